import { say } from '../supervisor/say.js';
import { compare, median, tell } from './bench.js';
import type { Size } from './reads.js';
import type { World } from './world.js';

const PER_ROUND = 40;
const THRESHOLDS = [1.5, 1.25];

/**
 * What a simulation must come to in any case, in one pass: mean and deviation over the municipalities, each one's
 * standing today and by the other threshold, written as JSON by PostgreSQL.
 */
const SINGLE_PASS = `
  WITH scored AS (
    SELECT o.id, o.code, o.name, o.population, v.value, (v.value - avg(v.value) OVER ()) / nullif(stddev_pop(v.value) OVER (), 0) AS z
    FROM measure_values v JOIN organisations o ON o.id = v.organisation_id AND o.kind = 'municipality'
    WHERE v.measure_code = 'areaType12Share' AND (v.year, v.dataset_id) = (SELECT s.year, s.dataset_id FROM measure_series s
      JOIN measure_datasets d ON d.id = s.dataset_id WHERE s.measure_code = 'areaType12Share'
      ORDER BY s.year DESC, d.loaded_at DESC, d.id DESC LIMIT 1)),
  judged AS (SELECT *, z >= $1::float8 AS before, z >= $2::float8 AS after FROM scored)
  SELECT json_build_object(
    'eligible', coalesce(json_agg(item ORDER BY code) FILTER (WHERE after), '[]'),
    'notEligible', coalesce(json_agg(item ORDER BY code) FILTER (WHERE NOT after), '[]'),
    'enters', coalesce(json_agg(item ORDER BY code) FILTER (WHERE after AND NOT before), '[]'),
    'leaves', coalesce(json_agg(item ORDER BY code) FILTER (WHERE before AND NOT after), '[]'))::text AS body
  FROM (SELECT *, json_build_object('organisation', json_build_object('id', id, 'code', code, 'name', name, 'kind', 'municipality'),
    'population', population, 'before', before, 'verdict', after,
    'measures', json_build_array(json_build_object('measure', 'areaType12Share', 'value', value, 'z', z))) AS item FROM judged) x`;

/** All 290 municipalities by another threshold, against one statement from a bare server. Milliseconds, the median. */
export async function benchSimulations(world: World, { rounds }: Size): Promise<boolean[]> {
  const headers = { ...(await world.signIn('handlaggare')), 'content-type': 'application/json' };
  const url = `${world.address}/api/v1/calls/${await callOf(world)}/simulate`;
  const body = JSON.stringify({ threshold: THRESHOLDS[1], kinds: ['municipality'] });
  const base = await world.base({ text: SINGLE_PASS, values: THRESHOLDS }, false);
  const ours = () => medianMilliseconds(url, { method: 'POST', headers, body });
  const theirs = () => medianMilliseconds(base, {});
  // What is read once in the life of a process is read before anything is measured.
  await ours();
  await theirs();
  const figures = await compare(rounds, ours, theirs);
  const answered = median(figures.map((figure) => figure.ours));
  say(
    `simulate answers in ${answered.toFixed(1)} ms at the median; on a machine that does nothing else, under 50`,
  );
  return [tell({ name: 'simulate', op: '<=', value: 3 }, figures)];
}

/** A call of the example programme whose rule asks for the measure that has values. */
async function callOf({ owner }: World): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `SELECT id FROM calls WHERE programme_code = 'exempel-2025' ORDER BY id LIMIT 1`,
  );
  return rows[0]!.id;
}

/** One after the other, as an officer who moves a threshold asks. */
async function medianMilliseconds(url: string, request: RequestInit): Promise<number> {
  const times: number[] = [];
  for (let asked = 0; asked < PER_ROUND; asked += 1) {
    const began = performance.now();
    const response = await fetch(url, request);
    if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
    await response.arrayBuffer();
    times.push(performance.now() - began);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(PER_ROUND / 2)]!;
}

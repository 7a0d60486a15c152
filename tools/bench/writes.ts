import { compare, tell } from './bench.js';
import { writesPerSecond } from './load.js';
import type { Size } from './reads.js';
import type { World } from './world.js';

const PER_ROUND = 300;

/** Submitting, with idempotency, rules, evidence, audit and row security, against one plain UPDATE by the same clients. */
export async function benchWrites(world: World, { rounds, connections }: Size): Promise<boolean[]> {
  const headers = await world.signIn('firmatecknare.1275');
  const drafts = await prepareDrafts(world, PER_ROUND * rounds);
  await world.owner.query(
    'CREATE TABLE bench_plain (id uuid PRIMARY KEY, status text NOT NULL, changed_at timestamptz)',
  );
  await world.owner.query(`INSERT INTO bench_plain SELECT unnest($1::uuid[]), 'draft'`, [drafts]);
  const update = `UPDATE bench_plain SET status = 'submitted', changed_at = now() WHERE id = $1
    RETURNING json_build_object('id', id, 'status', status)::text AS body`;
  const base = await world.base({ text: update, values: [] }, true);
  const part = (round: number) => drafts.slice(round * PER_ROUND, (round + 1) * PER_ROUND);
  const figures = await compare(
    rounds,
    (round) =>
      writesPerSecond({
        connections,
        headers,
        urls: part(round).map((id) => `${world.address}/api/v1/applications/${id}/submit`),
      }),
    (round) => writesPerSecond({ connections, urls: part(round).map((id) => `${base}/${id}`) }),
  );
  return [tell({ name: 'write', op: '>=', value: 0.35 }, figures)];
}

/** Complete drafts in the open call, copied from one that was made and filled in over HTTP. */
async function prepareDrafts(world: World, count: number): Promise<string[]> {
  const headers = { ...(await world.signIn('sokande.1275')), 'content-type': 'application/json' };
  const { rows: calls } = await world.owner.query<{ id: string; years: number[] }>(
    `SELECT id, years FROM calls WHERE status = 'published' AND step = 'measures' ORDER BY created_at DESC LIMIT 1`,
  );
  const [call] = calls;
  const { rows: models } = await world.owner.query<{ content: object }>(
    `SELECT content FROM applications WHERE call_id = $1 AND status IN ('submitted', 'underAssessment') ORDER BY id LIMIT 1`,
    [call!.id],
  );
  const [model] = models;
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1) {
    const draft = await send(`${world.address}/api/v1/applications`, 'POST', headers, { callId: call!.id });
    const tag = { ...headers, 'if-match': draft.etag };
    await send(`${world.address}/api/v1/applications/${draft.id}`, 'PATCH', tag, model!.content);
    ids.push(draft.id);
  }
  return ids;
}

async function send(url: string, method: string, headers: Record<string, string>, body: object) {
  const response = await fetch(url, { method, headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${await response.text()}`);
  const { id } = (await response.json()) as { id: string };
  return { id, etag: response.headers.get('etag')! };
}

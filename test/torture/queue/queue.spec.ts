import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { Writable } from 'node:stream';
import { EXPORT_REQUESTED, ExportKeeper, exportKinds } from '#core/exports';
import { OutboxRelay } from '#platform/outbox';
import { Queues } from '#platform/queue';
import { FileStorage } from '#platform/storage';
import { Cases, Medel, until, type Any, type Client } from '#testing';
import { ExportProcessor } from '../../../apps/worker/src/exports/export.processor.js';
import { rowKinds } from '../../api/exporting.js';
import { FOLLOW_UP_KINDS } from '../../api/followed-up.js';
import { noRedis, RedisServer } from './redis-server.js';

const year = new Date().getFullYear();
const day = (daysFromNow: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' }).format(
    Date.now() + daysFromNow * 86_400_000,
  );
const FORMULA = '=1+1';
const DASHED = '-2+3 "citat", rad\nny rad; @SUM';

/** RFC 4180 to the letter: a quote within an unquoted field, or anything after a closing one, is an error. */
function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let rest = text;
  while (rest.length > 0) {
    const field = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n)/.exec(rest);
    if (!field) throw new Error(`Not CSV: ${rest.slice(0, 60)}`);
    record.push(field[1]?.replaceAll('""', '"') ?? field[2]!);
    rest = rest.slice(field[0].length);
    if (field[3] === ',') continue;
    records.push(record);
    record = [];
  }
  if (record.length > 0) throw new Error('Not CSV: it ends within a record');
  return records;
}

/** What each export must hold, asked in another way than it asks itself. */
const EXPECTED: Record<string, string> = {
  applications: `SELECT count(*) AS rows, sum((SELECT sum((c->>'amount')::bigint) FROM jsonb_array_elements(content->'costs') c)) AS costs,
      sum((SELECT sum((c->>'amount')::bigint) FROM jsonb_array_elements(content->'requested') c)) AS requested,
      sum((SELECT sum((c->>'amount')::bigint) FROM jsonb_array_elements(content->'coFinancing') c)) AS "coFinancing"
    FROM applications WHERE status NOT IN ('draft', 'discarded')`,
  decisions: `SELECT count(*) AS rows, sum((SELECT sum(amount) FROM decision_years y WHERE y.decision_id = d.id)) AS granted,
      sum((SELECT sum(amount) FROM decision_years y WHERE y.decision_id = d.id)) AS "grantedInForce",
      sum((SELECT sum((c->>'amount')::bigint) FROM applications a, jsonb_array_elements(a.content->'requested') c
        WHERE a.id = d.application_id)) AS requested FROM decisions d WHERE status = 'approved'`,
  'grants-by-year': `SELECT count(*) AS rows, sum(amount) AS granted, 0 AS paid FROM decision_years y
    JOIN decisions d ON d.id = y.decision_id AND d.status = 'approved'`,
  'co-financing': `SELECT count(*) AS rows, sum((c->>'amount')::bigint) AS planned, 0 AS reported
    FROM applications, jsonb_array_elements(content->'coFinancing') c WHERE status NOT IN ('draft', 'discarded')`,
  'reporting-status': `SELECT count(*) AS rows, 0 AS granted, 0 AS costs, 0 AS "coFinancing", 0 AS entitled, 0 AS used, 0 AS unused,
    0 AS repay FROM reports`,
  measures: `SELECT count(*) AS rows, sum(value::text::numeric) AS value, sum(mean::text::numeric) AS mean,
      sum(deviation::text::numeric) AS "standardDeviation", sum(((value - mean) / deviation)::text::numeric) AS "zScore"
    FROM (SELECT organisation_id, value, avg(value) OVER (ORDER BY value ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS mean,
        stddev_pop(value) OVER (ORDER BY value ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS deviation
      FROM measure_values JOIN organisations o ON o.id = organisation_id AND o.kind = 'municipality'
      WHERE measure_code = 'areaType12Share') v
    WHERE organisation_id = (SELECT id FROM organisations WHERE code = '1275')`,
  eligibility: `WITH latest AS (SELECT id FROM eligibility_recomputations ORDER BY recomputed_at DESC LIMIT 1),
      told AS (SELECT a.* FROM eligibility_assessments a JOIN latest ON latest.id = a.recomputation_id
        WHERE organisation_id = (SELECT id FROM organisations WHERE code = '1275')),
      scaled AS (SELECT s.mean, s.population_deviation AS deviation, told.factors[i] AS factor
        FROM told, generate_subscripts(told.measures, 1) i, eligibility_scales s
        WHERE s.recomputation_id = told.recomputation_id AND s.measure_code = told.measures[i] AND s.year = told.measure_year)
    SELECT (SELECT sum(greatest(cardinality(measures), 1)) FROM told) AS rows,
      (SELECT sum(x::text::numeric) FROM told, unnest(values) x) AS value,
      (SELECT sum(x::text::numeric) FROM told, unnest(z_scores) x) AS z,
      (SELECT sum(x::text::numeric) FROM told, unnest(factors) x) AS "standardDeviations",
      (SELECT sum(mean::text::numeric) FROM scaled) AS mean,
      (SELECT sum(deviation::text::numeric) FROM scaled) AS "standardDeviation",
      (SELECT sum((mean + factor * deviation)::text::numeric) FROM scaled) AS threshold`,
  payments: `SELECT count(*) AS rows, sum(amount) AS amount, 0 AS "setOff", sum(amount) AS "toPay", 0 AS paid FROM payments`,
  recoveries: `SELECT count(*) AS rows, sum(r.amount) AS amount, sum(b.claimed) AS claimed, sum(b.charged) AS charged, sum(b.paid) AS paid,
      sum(b.set_off) AS "setOff", sum(b.written_off) AS "writtenOff", sum(b.principal) AS principal, sum(b.interest) AS interest,
      0 AS returned FROM recoveries r JOIN recovery_balances b ON b.recovery_id = r.id`,
  'appropriation-follow-up': `SELECT count(*) AS rows, sum(allocated) AS allocated, sum(available) AS available, sum(reserved) AS reserved,
      sum(unpaid + paid + returned) AS committed, sum(unpaid) AS unpaid, sum(paid) AS paid, sum(returned) AS returned
    FROM appropriation_funds WHERE allocated > 0`,
  'open-grants': `SELECT count(*) AS rows, sum((SELECT sum(amount) FROM decision_years y WHERE y.decision_id = d.id)) AS "amountAwarded",
      0 AS "amountDisbursed", 0 AS "amountReturned" FROM decisions d WHERE status = 'approved'`,
  'audit-trail': `SELECT count(*) + ${sealsOf(`(SELECT id FROM organisations WHERE code = '1275')`)} AS rows FROM audit_events
    WHERE organisation_id = (SELECT id FROM organisations WHERE code = '1275')`,
};

const KINDS = Object.keys(EXPECTED);

/** How many seals lie in a trail of an organisation: the last over each of its chains. */
function sealsOf(organisation: string, before = `'infinity'`): string {
  return `(SELECT count(DISTINCT seal) FROM (SELECT DISTINCT ON (h.subject_type, h.subject_id) h.seal FROM audit_seal_heads h
    JOIN audit_seals s ON s.number = h.seal JOIN audit_events e USING (subject_type, subject_id)
    WHERE e.organisation_id = ${organisation} AND s.at < ${before}
    ORDER BY h.subject_type, h.subject_id, h.seq DESC) last)`;
}

describe.each(['postgres', 'redis'] as const)('exports over a queue in %s', (backend) => {
  if (backend === 'redis' && noRedis) {
    it.skip('is not tested: there is no redis-server on this machine', () => undefined);
    return;
  }

  let medel: Medel;
  let redis: RedisServer | undefined;
  let staff: Client;
  let cases: Cases;
  let recipient: string;

  const order = async (body: object) => {
    const ordered = await staff.post('/exports', { body });
    expect(ordered).toMatchObject({ status: 202, body: { status: 'queued', progress: 0 } });
    expect(ordered.headers.get('location')).toBe(`/api/v1/exports/${ordered.body.id}`);
    return ordered.body.id as string;
  };
  const ready = (id: string) =>
    until(async () => {
      const { body } = await staff.get(`/exports/${id}`);
      if (['failed', 'cancelled'].includes(body.status)) throw new Error(JSON.stringify(body));
      return body.status === 'ready' && body;
    });
  const file = async (id: string) => {
    const address = `${medel.address}/api/v1/exports/${id}/file`;
    const response = await fetch(address, { headers: { cookie: staff.session } });
    return { headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
  };
  const filesOf = (id: string) =>
    readdirSync(medel.config.storageDirectory)
      .filter((name) => name.startsWith(id))
      .sort();
  const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  const completions = async (id: string) =>
    (await medel.owner.query(`SELECT FROM audit_events WHERE subject_id = $1 AND action = 'complete'`, [id]))
      .rowCount;
  /** As if the queue had lost the job. */
  const lose = (id: string) =>
    medel.owner.query('UPDATE outbox_messages SET relayed_at = now() WHERE subject_id = $1', [id]);
  const messages = async (id: string): Promise<number> =>
    (await medel.owner.query('SELECT FROM outbox_messages WHERE subject_id = $1', [id])).rowCount!;
  /** As if it had been ordered a minute ago. */
  const age = (id: string) =>
    medel.owner.query(`ALTER TABLE exports DISABLE TRIGGER USER;
      UPDATE exports SET requested_at = requested_at - interval '1 minute' WHERE id = '${id}';
      ALTER TABLE exports ENABLE TRIGGER USER;
      UPDATE outbox_messages SET relayed_at = relayed_at - interval '1 minute' WHERE subject_id = '${id}'`);
  /** What the recipient's cases add to the export; an export of the agency's own money is of all. */
  const ofRecipient = (kind: string) =>
    exportKinds.find((each) => each.kind === kind)!.filters.includes('organisationId')
      ? { organisationId: recipient }
      : {};
  const anyExport = { kind: 'decisions', format: 'csv', filters: {} };

  beforeAll(async () => {
    redis = backend === 'redis' ? await RedisServer.start() : undefined;
    medel = await Medel.start(redis ? { redisUrl: redis.url } : {});
    staff = await medel.as('revisor');
    cases = await Cases.open(medel, { years: [year, year + 1], appropriated: [year, year + 1] });
    await cases.approved({ title: FORMULA });
    await cases.approved({ title: DASHED });
    await cases.submitted();
    await cases.draft();
    recipient = (await staff.get('/organisations?code=1275')).body.items[0].id;
  });
  afterAll(async () => {
    await medel.expectCoherent();
    await medel.stop();
    await redis?.kill();
  });

  it('cancels what is still queued', async () => {
    const id = await order(anyExport);
    expect(await staff.delete(`/exports/${id}`)).toMatchObject({
      status: 200,
      body: { status: 'cancelled', actions: [] },
    });
    expect((await staff.delete(`/exports/${id}`)).body.code).toBe('illegalTransition');
    await medel.startWorker();
    expect(medel.worker!.get(Queues).backend).toBe(backend);
    await ready(await order(anyExport));
    expect((await staff.get(`/exports/${id}`)).body).toMatchObject({ status: 'cancelled', sha256: null });
    expect((await staff.get(`/exports/${id}/file`)).status).toBe(404);
  });

  it('offers every kind that is there, and knows what each must hold', async () => {
    const { body } = await staff.get('/export-kinds');
    expect(body.items.map(({ kind }: Any) => kind)).toEqual(exportKinds.map(({ kind }) => kind));
    // Nothing is thinned here: see thinning.spec.ts.
    expect([...KINDS, ...FOLLOW_UP_KINDS, 'thinnings'].sort()).toEqual(
      rowKinds.map(({ kind }) => kind).sort(),
    );
  });

  it.each(KINDS)('makes %s, whole, in every format', async (kind) => {
    const { columns } = exportKinds.find((each) => each.kind === kind)!;
    const filters = ofRecipient(kind);
    const made: Record<string, Any> = {};
    let expected: Any = {};
    for (const format of ['csv', 'json']) {
      const id = await order({ kind, format, filters });
      const done = await ready(id);
      // Asked now: an export of the trail seals it first, and seals are rows of it.
      expected = (await medel.owner.query(EXPECTED[kind]!)).rows[0];
      const { rows, ...sums } = expected;
      const { bytes, headers } = await file(id);
      expect(done).toMatchObject({ rowCount: Number(rows), progress: 1, size: bytes.length });
      expect(done.sha256).toBe(sha256(bytes));
      expect(done.controlSums).toEqual(
        Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, Number(sum)])),
      );
      expect(headers.get('content-length')).toBe(String(bytes.length));
      expect(headers.get('content-disposition')).toBe(`attachment; filename="${kind}-${day(0)}.${format}"`);
      made[format] = format === 'csv' ? parseCsv(bytes.toString()) : JSON.parse(bytes.toString());
    }
    const [header, ...records] = made['csv'] as string[][];
    expect(header).toEqual(columns.map(({ key }) => key));
    expect(records).toHaveLength(Number(expected.rows));
    expect(made['json']).toHaveLength(Number(expected.rows));
    for (const [index, object] of (made['json'] as Any[]).entries()) {
      const cells = columns.map(({ key, type }) => {
        const value = object[key];
        if (type === 'json') return JSON.stringify(value);
        return type === 'text' && /^[=+\-@\t\r]/.test(value ?? '') ? `'${value}` : String(value ?? '');
      });
      const shown = records[index]!.map((cell, at) =>
        columns[at]!.type === 'json' ? JSON.stringify(JSON.parse(cell)) : cell,
      );
      expect(shown).toEqual(cells);
    }
    for (const { key, type } of columns) {
      if (type !== 'money') continue;
      const at = header!.indexOf(key);
      expect(records.reduce((sum, record) => sum + Number(record[at]), 0)).toBe(Number(expected[key] ?? 0));
    }
  });

  it('guards cells that a spreadsheet would compute', async () => {
    const id = await order({ kind: 'applications', format: 'csv', filters: {} });
    await ready(id);
    const records = parseCsv((await file(id)).bytes.toString());
    const titles = records.slice(1).map((record) => record[records[0]!.indexOf('title')]);
    expect(titles).toEqual([`'${FORMULA}`, `'${DASHED}`, 'Demo: mötesplatser i området']);
  });

  it('knows nothing of today when asked for yesterday', async () => {
    for (const kind of KINDS) {
      // Nothing was paid out here, so that there is nothing to demand back: see money-exports.spec.ts.
      // The trail tells of the recipient's account, which was opened long ago: see below.
      if (kind === 'recoveries' || kind === 'audit-trail') continue;
      for (const [asOf, isEmpty] of [
        [day(-1), true],
        [day(0), false],
      ] as const) {
        const { rowCount } = await ready(
          await order({ kind, format: 'json', filters: ofRecipient(kind), asOf }),
        );
        expect([kind, asOf, rowCount === 0]).toEqual([kind, asOf, isEmpty]);
      }
    }
  });

  it('tells in the trail of a day what had happened by then', async () => {
    for (const asOf of [day(-1), day(0)]) {
      const { rows } = await medel.owner.query(
        `SELECT (count(*) + ${sealsOf('$1', `($2::date + 1)::timestamp AT TIME ZONE 'Europe/Stockholm'`)})::integer AS n
          FROM audit_events WHERE organisation_id = $1 AND (at AT TIME ZONE 'Europe/Stockholm')::date <= $2::date`,
        [recipient, asOf],
      );
      const body = { kind: 'audit-trail', format: 'json', filters: { organisationId: recipient }, asOf };
      expect(rows[0].n).toBeGreaterThan(0);
      expect(await ready(await order(body))).toMatchObject({ rowCount: rows[0].n });
    }
  });

  it('refuses what it does not understand', async () => {
    const refused = async (body: object) => {
      const answer = await staff.post('/exports', { body });
      expect(answer).toMatchObject({ status: 400, body: { code: 'invalid' } });
      return answer.body.findings.map(({ code, path }: Any) => `${code} ${path}`);
    };
    expect(await refused({ kind: 'audit-trail', format: 'csv', filters: { year, status: 'x' } })).toEqual([
      'unknownFilter filters.year',
      'unknownFilter filters.status',
    ]);
    expect(await refused({ kind: 'decisions', format: 'csv', filters: { colour: 'red' } })).toEqual([
      'unknownField filters.colour',
    ]);
    expect(await refused({ kind: 'x', format: 'csv', filters: {}, asOf: day(1) })).toEqual([
      'unknownExportKind kind',
      'dateInTheFuture asOf',
    ]);
    expect(await refused({ kind: 'decisions', format: 'exe' })).toEqual(['notOneOf format']);
    await ready(await order({ kind: 'decisions', format: 'csv' }));
  });

  it('tells how far it has come, and then ends', async () => {
    await medel.stopWorker();
    const id = await order(anyExport);
    const followed = staff.get<string>(`/exports/${id}/events`);
    await new Promise((resolve) => setTimeout(resolve, 700));
    await medel.startWorker();
    const { status, headers, body } = await followed;
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/event-stream');
    const told = body
      .trim()
      .split('\n\n')
      // A comment keeps the connection alive and tells nothing.
      .filter((event) => !event.startsWith(':'))
      .map((event) => event.split('\n'))
      .map((lines) => JSON.parse(lines.find((line) => line.startsWith('data: '))!.slice(6)));
    expect(told[0]).toMatchObject({ id, status: 'queued', progress: 0 });
    expect(told.at(-1)).toMatchObject({ id, status: 'ready', progress: 1 });
    expect(told.filter((state) => state.status === 'ready')).toHaveLength(1);
  });

  it('makes one result however often the queue delivers', async () => {
    await medel.stopWorker();
    const id = await order(anyExport);
    await lose(id);
    const processor = (await medel.startWorker()).get(ExportProcessor);
    const data = { id, actorId: id };
    const delivered = await Promise.allSettled([1, 2, 3].map(() => processor.process(data, { attempt: 1 })));
    expect(delivered.filter(({ status }) => status === 'rejected')).toEqual([]);
    const first = await ready(id);
    await processor.process(data, { attempt: 1 });
    expect((await staff.get(`/exports/${id}`)).body).toEqual(first);
    expect(await completions(id)).toBe(1);
    expect(filesOf(id)).toEqual([expect.stringMatching(/\.csv$/), expect.stringMatching(/\.rows$/)]);
    expect(sha256((await file(id)).bytes)).toBe(first.sha256);
  });

  it('relays each message once, with several relays at work', async () => {
    const { id } = (await staff.get('/exports?limit=1')).body.items[0];
    await medel.stopWorker();
    await medel.owner.query(
      `INSERT INTO outbox_messages (id, topic, subject_id, actor_id)
       SELECT gen_random_uuid(), $1, $2::uuid, $2::uuid FROM generate_series(1, 250)`,
      [EXPORT_REQUESTED.name, id],
    );
    const worker = await medel.startWorker();
    const relays = await Promise.all([1, 2, 3].map(() => worker.get(OutboxRelay).relay()));
    expect(relays.reduce((sum, relayed) => sum + relayed, 0)).toBeLessThanOrEqual(250);
    await until(async () => {
      const left = await medel.owner.query('SELECT FROM outbox_messages WHERE relayed_at IS NULL');
      return left.rowCount === 0;
    });
    expect(await completions(id)).toBe(1);
  });

  it('takes up what the queue has lost', async () => {
    await medel.stopWorker();
    const id = await order(anyExport);
    await lose(id);
    const keeper = (await medel.startWorker()).get(ExportKeeper);
    await keeper.resume();
    expect((await staff.get(`/exports/${id}`)).body.status).toBe('queued');
    expect(await messages(id)).toBe(1);
    await age(id);
    await keeper.resume();
    expect(await messages(id)).toBe(2);
    expect(await ready(id)).toMatchObject({ rowCount: 2 });
    expect(await completions(id)).toBe(1);
  });

  it('outlives a disk that fails, and tries again', async () => {
    const storage = medel.worker!.get(FileStorage);
    const full = () =>
      Promise.resolve(
        new Writable({ write: (_chunk, _encoding, done) => done(new Error('no space left')) }) as never,
      );
    const failing = jest.spyOn(storage, 'openForWriting').mockImplementationOnce(full);
    const id = await order(anyExport);
    expect(await ready(id)).toMatchObject({ rowCount: 2 });
    // The file and the hashes of its rows, twice.
    expect(failing).toHaveBeenCalledTimes(4);
    failing.mockRestore();
    expect(await completions(id)).toBe(1);
  });

  it('removes files that nobody owns, and never one that somebody does', async () => {
    const keeper = medel.worker!.get(ExportKeeper);
    const storage = medel.worker!.get(FileStorage);
    const kept = await order(anyExport);
    await ready(kept);
    const before = readdirSync(medel.config.storageDirectory).sort();
    for (const name of [`${kept}-0.csv`, `${kept}-1.csv`]) (await storage.openForWriting(name)).end();
    await until(async () => readdirSync(medel.config.storageDirectory).length === before.length + 2);
    await storage.complete(`${kept}-0.csv`);
    // One that is about to be complete while the keeper looks: its file is there, its export not yet ready.
    const complete = jest.spyOn(storage, 'complete').mockImplementationOnce(async (key) => {
      complete.mockRestore();
      await storage.complete(key);
      await keeper.expire();
    });
    const id = await order(anyExport);
    const { sha256: told } = await ready(id);
    expect(sha256((await file(id)).bytes)).toBe(told);
    await keeper.expire();
    const after = readdirSync(medel.config.storageDirectory).sort();
    expect(after.filter((name) => !name.startsWith(id))).toEqual(before);
    expect(filesOf(id)).toEqual([expect.stringMatching(/\.csv$/), expect.stringMatching(/\.rows$/)]);
  });

  it('lets an export expire with its file', async () => {
    const id = await order(anyExport);
    await ready(id);
    await medel.owner.query(`ALTER TABLE exports DISABLE TRIGGER USER;
      UPDATE exports SET expires_at = now() - interval '1 second' WHERE id = '${id}';
      ALTER TABLE exports ENABLE TRIGGER USER`);
    await medel.worker!.get(ExportKeeper).expire();
    expect((await staff.get(`/exports/${id}`)).body.status).toBe('expired');
    expect((await staff.get(`/exports/${id}/file`)).status).toBe(404);
    expect(filesOf(id)).toEqual([]);
  });

  if (backend === 'redis') {
    it('needs no Redis to order, and loses nothing with it', async () => {
      const early = await order(anyExport);
      await redis!.kill();
      const late = await order(anyExport);
      await redis!.start();
      await ready(late);
      await age(early);
      await medel.worker!.get(ExportKeeper).resume();
      await ready(early);
      expect([await completions(early), await completions(late)]).toEqual([1, 1]);
    });
  }
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Medel, tally, until, type Answer, type Any, type Client } from '#testing';
import { expectProblem } from './problem.js';
import { Stage } from './stage.js';

const HASH =
  'audit_hash(previous_hash, subject_type, subject_id, seq, action, actor_id, actor_person, at, organisation_id, data)';

let medel: Medel;
let auditor: Client;
/** The longest chain of what the database knows the version of. */
let chain: { subjectType: string; subjectId: string; length: number };

beforeAll(async () => {
  medel = await Medel.start();
  auditor = await medel.as('revisor');
  await (await Stage.set(medel)).application('underAssessment');
  const { rows } = await medel.owner.query(
    `SELECT subject_type AS "subjectType", subject_id AS "subjectId", count(*)::integer AS length
     FROM audit_events WHERE subject_type = 'application' GROUP BY 1, 2 ORDER BY 3 DESC, 2 LIMIT 1`,
  );
  chain = rows[0];
  await medel.owner.query('CREATE TABLE kept AS SELECT * FROM audit_events WHERE subject_id = $1', [
    chain.subjectId,
  ]);
});
afterEach(async () => {
  await asOwner(`DELETE FROM audit_events WHERE subject_id = '${chain.subjectId}'`);
  await asOwner('INSERT INTO audit_events OVERRIDING SYSTEM VALUE SELECT * FROM kept');
  expect(await verified()).toMatchObject({ ok: true, firstBroken: null });
});
afterAll(() => medel.stop());

const verified = async () => (await auditor.get('/audit/verification')).body;

const asOwner = (statement: string) =>
  medel.owner.query(`ALTER TABLE audit_events DISABLE TRIGGER USER; ${statement};
    ALTER TABLE audit_events ENABLE TRIGGER USER`);

describe('the audit trail', () => {
  it.each([
    [
      'an event that tells something else',
      `UPDATE audit_events SET data = '{"to":"granted"}'`,
      2,
      2,
      'eventChanged',
    ],
    ['an event at another time', `UPDATE audit_events SET at = at + interval '1 ms'`, 2, 2, 'eventChanged'],
    [
      'an event of another organisation',
      'UPDATE audit_events SET organisation_id = (SELECT max(id::text)::uuid FROM organisations)',
      2,
      2,
      'eventChanged',
    ],
    [
      'an event that was hashed anew, by the next',
      `UPDATE audit_events SET action = 'other', hash = ${HASH.replace('action', `'other'`)}`,
      2,
      3,
      'eventUnlinked',
    ],
    ['an event that is gone', 'DELETE FROM audit_events', 2, 2, 'eventMissing'],
    ['a beginning that is gone', 'DELETE FROM audit_events', 1, 1, 'eventMissing'],
    [
      'an end that is gone, by the version of what it is of',
      'DELETE FROM audit_events',
      -1,
      -1,
      'chainLength',
    ],
  ])('finds %s', async (_, tampering, seq, found, fault) => {
    expect(chain.length).toBeGreaterThan(3);
    const at = (number: number) => (number < 0 ? chain.length + number + 1 : number);
    await asOwner(`${tampering} WHERE subject_id = '${chain.subjectId}' AND seq = ${at(seq)}`);
    const { subjectType, subjectId } = chain;
    expect(await verified()).toMatchObject({
      ok: false,
      firstBroken: { subjectType, subjectId, seq: at(found), fault },
    });
  });

  it('holds for events of before their organisation was hashed, and finds those changed', async () => {
    const old = `UPDATE audit_events e SET tx = NULL, previous_hash = c.previous, hash = c.hash FROM (
      WITH RECURSIVE chain AS (
        SELECT e.id, e.seq, ''::bytea AS previous, h.hash FROM audit_events e, LATERAL (SELECT
          audit_hash('', subject_type, subject_id, seq, action, actor_id, actor_person, at, data) AS hash) h
          WHERE subject_id = '${chain.subjectId}' AND seq = 1
        UNION ALL SELECT e.id, e.seq, c.hash, audit_hash(c.hash, subject_type, subject_id, e.seq, action, actor_id,
          actor_person, at, data) FROM audit_events e JOIN chain c ON e.seq = c.seq + 1
          WHERE subject_id = '${chain.subjectId}')
      SELECT * FROM chain) c WHERE c.id = e.id`;
    await asOwner(old);
    expect(await verified()).toMatchObject({ ok: true, firstBroken: null });
    await asOwner(
      `UPDATE audit_events SET action = 'other' WHERE subject_id = '${chain.subjectId}' AND seq = 2`,
    );
    expect((await verified()).firstBroken).toMatchObject({ seq: 2, fault: 'eventChanged' });
  });

  it('finds a whole chain that is gone', async () => {
    const { subjectType, subjectId, length } = chain;
    await asOwner(`DELETE FROM audit_events WHERE subject_id = '${subjectId}'`);
    expect(await verified()).toMatchObject({
      ok: false,
      firstBroken: { subjectType, subjectId, seq: length, fault: 'chainLength' },
    });
  });

  it('tells how many events there are, and of the ends of all chains one checksum', async () => {
    const { rows } = await medel.owner.query(
      `SELECT count(*)::integer AS events, (SELECT encode(sha256(string_agg(hash, '' ORDER BY subject_type, subject_id)), 'hex')
         FROM (SELECT DISTINCT ON (subject_type, subject_id) * FROM audit_events ORDER BY subject_type, subject_id, seq DESC) h)
         AS head FROM audit_events`,
    );
    const seals = { count: 0, last: null, unsealed: rows[0].events };
    expect(await verified()).toEqual({ ok: true, firstBroken: null, seals, ...rows[0] });
  });
});

describe('a verification', () => {
  it('is one at a time: ten wait, and who comes then is told to come back', async () => {
    const connections = async () => {
      const { rowCount } = await medel.owner.query(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'medel export'`,
      );
      return rowCount;
    };
    const holder = await medel.owner.connect();
    const told: Answer<Any>[] = [];
    await holder.query('BEGIN; LOCK TABLE audit_events');
    const asked = Array.from({ length: 13 }, async () => {
      told.push(await auditor.get('/audit/verification'));
    });
    // Who is refused is told at once; the first may still be opening its connection.
    await until(async () => {
      const open = await connections();
      return open === 13 || (told.length === 2 && open! > 0);
    });
    const held = [told.map(({ body }) => body.code), await connections()];
    await holder.query('COMMIT');
    holder.release();
    await Promise.all(asked);
    expect(held).toEqual([['unavailable', 'unavailable'], 1]);
    expectProblem(told[0]!, 503, 'unavailable');
    expect(tally(told)).toEqual({ 200: 11, '503 unavailable': 2 });
  });
});

describe('the guard against formulas', () => {
  it('looks at every text that begins like one', async () => {
    const { rows } = await medel.owner.query(
      `SELECT n FROM generate_series(1, 65535) n WHERE n NOT BETWEEN 55296 AND 57343
         AND guard_cell(chr(n) || '=1') <> CASE WHEN chr(n) || '=1' ~ '^''*[=+@\\t\\r\\n＝＋－＠-]' THEN '''' ELSE '' END || chr(n) || '=1'`,
    );
    expect(rows).toEqual([]);
  });
});

describe('the text of a moment', () => {
  it('has three decimals, whatever the moment', async () => {
    const { rows } = await medel.owner.query(
      `SELECT at FROM (SELECT '0001-01-01T00:00:00Z'::timestamptz + make_interval(secs => 315537897599.999 * n / 100000) AS at
           FROM generate_series(0, 100000) n
         UNION ALL SELECT '1999-12-31T23:59:58.990Z'::timestamptz + n * interval '1 microsecond' FROM generate_series(0, 30000) n) m
       WHERE audit_time(at) IS DISTINCT FROM to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    );
    expect(rows).toEqual([]);
  });
});

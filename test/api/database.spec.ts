import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Medel, type Any } from '#testing';
import { Database, Snapshots, sql } from '#platform/database';
import { Stage, YEAR } from './stage.js';

const AGENCY = { organisationId: null };
const own = (n: number) => ({ organisationId: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}` });
const scopeSeen = sql`SELECT current_setting('medel.scope') AS scope, current_setting('medel.organisation') AS organisation`;
const failing = sql`SELECT 1 / 0`;
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

let medel: Medel;
let database: Database;

beforeAll(async () => {
  medel = await Medel.start();
  database = medel.api.get(Database, { strict: false });
});
afterAll(() => medel.stop());

describe('a read', () => {
  it('changes nothing', async () =>
    expect(database.read(AGENCY, sql`DELETE FROM idempotency_keys WHERE key = 'none'`)).rejects.toMatchObject(
      { code: '25006' },
    ));

  it('has its own scope, whatever is sent with it and whatever fails beside it', async () => {
    const reads = Array.from({ length: 200 }, (_, n) =>
      n % 7 === 0 ? database.read(AGENCY, failing) : database.read(n % 5 === 0 ? AGENCY : own(n), scopeSeen),
    );
    const answers = await Promise.allSettled(reads);
    answers.forEach((answer, n) => {
      if (n % 7 === 0) expect(answer).toMatchObject({ reason: { code: '22012' } });
      else if (n % 5 === 0) expect(answer).toMatchObject({ value: [{ scope: 'all', organisation: '' }] });
      else expect(answer).toMatchObject({ value: [{ scope: 'own', organisation: own(n).organisationId }] });
    });
  });

  it('goes around those that take long', async () => {
    let done = 0;
    const slow = Array.from({ length: 3 }, () =>
      database.read(AGENCY, sql`SELECT pg_sleep(2)`).then(() => (done += 1)),
    );
    await sleep(500);
    expect(await database.read(AGENCY, sql`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
    expect(done).toBe(0);
    await Promise.all(slow);
  });

  it('is answered again once a lost connection is made anew', async () => {
    const waiting = database.read(AGENCY, sql`SELECT pg_sleep(20)`);
    const outcome = expect(waiting).rejects.toThrow();
    await sleep(200);
    await database.transaction(AGENCY, () =>
      database.execute(
        sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE usename = current_user AND datname = current_database() AND pid <> pg_backend_pid()`,
      ),
    );
    await outcome;
    await sleep(200);
    expect(await database.read(AGENCY, sql`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
  });
});

const keyed = (key: string) =>
  sql`INSERT INTO idempotency_keys (actor_id, key, request_hash) VALUES (gen_random_uuid(), ${key}, '')`;

describe('a snapshot', () => {
  it('is of one moment, whatever is committed meanwhile', async () => {
    const counted = sql`SELECT count(*)::integer AS count FROM idempotency_keys`;
    const [before, after] = await medel.api
      .get(Snapshots, { strict: false })
      .read(AGENCY, async (snapshot) => {
        const first = await snapshot.one(counted);
        await database.transaction(AGENCY, () => database.execute(keyed('meanwhile')));
        return [first, await snapshot.one(counted)];
      });
    expect(after).toEqual(before);
    expect(await database.read(AGENCY, counted)).not.toEqual([before]);
  });
});

describe('what is sent and not waited for', () => {
  const kept = async (key: string) =>
    (await medel.owner.query('SELECT FROM idempotency_keys WHERE key = $1', [key])).rowCount;

  it('is kept with the rest', async () => {
    await database.transaction(AGENCY, async () => database.send(keyed('sent')));
    expect(await kept('sent')).toBe(1);
  });

  it('fails the transaction with its own failure, not with what came of it', async () => {
    const act = database.transaction(AGENCY, async () => {
      database.send(failing);
      await database.execute(keyed('after a failure'));
    });
    await expect(act).rejects.toMatchObject({ code: '22012' });
    expect(await kept('after a failure')).toBe(0);
  });

  it('fails the commit where nothing follows it', async () => {
    const act = database.transaction(AGENCY, async () => {
      await database.execute(keyed('before a failure'));
      database.send(failing);
    });
    await expect(act).rejects.toMatchObject({ code: '22012' });
    expect(await kept('before a failure')).toBe(0);
  });

  it('commits nothing where its rows are not as they should be', async () => {
    const act = database.transaction(AGENCY, async () => {
      database.send(keyed('unexpected'), (rows) => {
        if (rows.length === 0) throw new Error('nothing was returned');
      });
    });
    await expect(act).rejects.toThrow('nothing was returned');
    expect(await kept('unexpected')).toBe(0);
  });
});

describe('a registry number', () => {
  it('is of its case alone, also when the year has a million', async () => {
    const stage = await Stage.set(medel);
    await medel.owner.query(`SELECT setval('registry_${YEAR}', 999998)`);
    const numbers: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      const id = await stage.application('submitted');
      numbers.push((await stage.people.handlaggare.get<Any>(`/applications/${id}`)).body.registryNumber);
    }
    expect(numbers).toEqual([`${YEAR}-999999`, `${YEAR}-1000000`, `${YEAR}-1000001`]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Cases, Medel, type Any } from '#testing';
import { HousekeepingSchedule } from '../../apps/worker/src/housekeeping.schedule.js';
import { must } from './stage.js';

let medel: Medel;
const clean = () => medel.worker!.get(HousekeepingSchedule).run();

beforeAll(async () => {
  medel = await Medel.start({ worker: true });
});
afterAll(async () => {
  await medel.expectCoherent();
  await medel.stop();
});

const EMAIL = 'handlaggare2@medel.example';
const sessions = async (): Promise<string[]> =>
  (await medel.owner.query<{ id: string }>('SELECT id FROM sessions ORDER BY created_at')).rows.map(
    ({ id }) => id,
  );
/** A session that began and was last used so long ago. */
async function session(began: string, seen: string): Promise<string> {
  const client = await medel.anyone().signIn(EMAIL);
  const { items } = (await must(client.get<Any>('/sessions'), 200)).body;
  const { id } = items.find(({ isCurrent }: Any) => isCurrent);
  await medel.owner.query(
    `UPDATE sessions SET created_at = now() - $2::interval, seen_at = now() - $3::interval WHERE id = $1`,
    [id, began, seen],
  );
  return id;
}

describe('housekeeping', () => {
  it('removes sessions that are over, and no other', async () => {
    const idle = await session('2 hours', '31 minutes');
    const old = await session('10 hours 1 minute', '1 minute');
    const used = await session('9 hours 50 minutes', '20 minutes');
    expect(await sessions()).toEqual(expect.arrayContaining([idle, old, used]));
    await clean();
    const left = await sessions();
    expect(left).toContain(used);
    expect(left).not.toContain(idle);
    expect(left).not.toContain(old);
  });

  it('leaves one that somebody is ending this moment, instead of waiting for them', async () => {
    const [ending, over] = [await session('2 hours', '31 minutes'), await session('2 hours', '31 minutes')];
    const somebody = await medel.owner.connect();
    try {
      await somebody.query('BEGIN');
      await somebody.query('DELETE FROM sessions WHERE id = $1', [ending]);
      await clean();
      const left = await sessions();
      expect(left).toContain(ending);
      expect(left).not.toContain(over);
    } finally {
      await somebody.query('ROLLBACK');
      somebody.release();
    }
    await clean();
    expect(await sessions()).not.toContain(ending);
  });

  it('removes answers kept for a week, and messages relayed a day ago', async () => {
    const { applicant, callId } = await Cases.open(medel, { years: [new Date().getFullYear()] });
    for (const key of ['kept', 'old'])
      await must(applicant.post('/applications', { body: { callId }, key }), 201);
    await medel.owner.query(
      `UPDATE idempotency_keys SET created_at = now() - interval '7 days 1 minute' WHERE key = 'old'`,
    );
    await medel.owner.query(`INSERT INTO outbox_messages (id, topic, subject_id, actor_id, relayed_at)
      SELECT gen_random_uuid(), 'demo', gen_random_uuid(), u.id, r.at FROM (SELECT id FROM users LIMIT 1) u,
        (VALUES (now() - interval '25 hours'), (now() - interval '23 hours')) r (at)`);
    await clean();
    const kept = await medel.owner.query(`SELECT key FROM idempotency_keys WHERE key IN ('kept', 'old')`);
    expect(kept.rows).toEqual([{ key: 'kept' }]);
    const messages = await medel.owner.query(
      `SELECT relayed_at > now() - interval '24 hours' AS "isLate" FROM outbox_messages WHERE topic = 'demo'`,
    );
    expect(messages.rows).toEqual([{ isLate: true }]);
  });
});

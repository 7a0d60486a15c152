import { createHash } from 'node:crypto';
import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { expect } from '@jest/globals';
import { SentFilesKeeper } from '#core/sent-files';
import { Clock } from '#platform/clock';
import { until, type Any, type Medel } from '#testing';
import type { Acknowledged } from './journal.js';

/** Everything that people did since `before`, as the audit trail has it, is what was acknowledged: no more, no less, and once. */
export async function expectOnce(medel: Medel, acknowledged: readonly Acknowledged[], before: number) {
  const acts = [...new Set(acknowledged.map(({ subject, action }) => `${subject} ${action}`))];
  const { rows } = await medel.owner.query<{ act: string }>(
    `SELECT subject_type || ' ' || action || ' ' || subject_id AS act FROM audit_events
     WHERE id > $1 AND subject_type || ' ' || action = ANY($2)`,
    [before, acts],
  );
  const told = acknowledged.map(({ subject, action, id }) => `${subject} ${action} ${id}`);
  expect(
    difference(
      rows.map(({ act }) => act),
      told,
    ),
  ).toEqual({ lost: [], twiceOrUnheardOf: [] });
  await expectAnswersKept(medel, acknowledged);
}

/** The first answer to each key is kept word for word, so that whoever asks again hears what was acknowledged. */
async function expectAnswersKept(medel: Medel, acknowledged: readonly Acknowledged[]) {
  const { rows } = await medel.owner.query<{ key: string; body: string }>(
    `SELECT key, body FROM idempotency_keys WHERE key LIKE 'crash-%'`,
  );
  const kept = new Map(rows.map(({ key, body }) => [key, answerOf(body)]));
  const keyed = acknowledged.filter(({ key }) => key !== null);
  expect(
    difference(
      [...kept.keys()],
      keyed.map(({ key }) => `${key}`),
    ),
  ).toEqual({ lost: [], twiceOrUnheardOf: [] });
  for (const { key, body } of keyed) expect([key, kept.get(key!)]).toEqual([key, body]);
}

/** Kept as the text of the answer, with its version. */
function answerOf(kept: string): Any {
  const [text] = JSON.parse(kept) as [string];
  return JSON.parse(text);
}

/** What is in one and not in the other, each as often as it is. */
function difference(found: readonly string[], told: readonly string[]) {
  const left = new Map<string, number>();
  for (const each of found) left.set(each, (left.get(each) ?? 0) + 1);
  for (const each of told) left.set(each, (left.get(each) ?? 0) - 1);
  return {
    lost: [...left].filter(([, count]) => count < 0).map(([each]) => each),
    twiceOrUnheardOf: [...left].filter(([, count]) => count > 0).map(([each]) => each),
  };
}

/** What was to follow has followed, once: every letter sealed, every file made, every export one result with its bytes. */
export async function expectCompleted(medel: Medel): Promise<void> {
  await until(
    async () => {
      const { rows } = await medel.owner.query(
        `SELECT (SELECT count(*) FROM outbox_messages WHERE relayed_at IS NULL) AS messages,
           (SELECT count(*) FROM exports WHERE status <> 'ready') AS exports,
           (SELECT count(*) FROM letters WHERE status <> 'sealed') AS letters,
           (SELECT count(*) FROM payment_files WHERE status <> 'ready') AS files`,
      );
      return Object.values(rows[0]).every((left) => Number(left) === 0);
    },
    { seconds: 240, pause: 500 },
  );
  const { rows: wrong } = await medel.owner.query(
    `SELECT subject_type, subject_id, action, count(*) FROM audit_events
     WHERE (subject_type, action) IN (('export', 'complete'), ('letter', 'seal'), ('paymentFile', 'make'), ('payment', 'send'),
       ('payment', 'execute')) GROUP BY 1, 2, 3 HAVING count(*) > 1
     UNION ALL SELECT 'export', id, 'complete', 0 FROM exports x WHERE NOT EXISTS
       (SELECT FROM audit_events e WHERE e.subject_id = x.id AND e.action = 'complete')`,
  );
  expect(wrong).toEqual([]);
  const { rows } = await medel.owner.query<{ key: string; sha256: string }>(
    `SELECT result->>'fileKey' AS key, result->>'sha256' AS sha256 FROM exports`,
  );
  for (const { key, sha256 } of rows) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(join(medel.config.storageDirectory, key)), hash);
    expect([key, hash.digest('hex')]).toEqual([key, sha256]);
  }
}

/**
 * What a killed request left of a file is swept an hour later; then nothing is there that nobody owns. No other worker is
 * at work.
 */
export async function expectNoOrphans(medel: Medel): Promise<void> {
  const worker = await medel.startWorker();
  const clock = worker.get(Clock, { strict: false });
  const now = clock.now.bind(clock);
  clock.now = () => new Date(now().getTime() + 2 * 3_600_000);
  await worker.get(SentFilesKeeper, { strict: false }).removeOrphans();
  clock.now = now;
  const { rows } = await medel.owner.query<{ key: string }>(
    `SELECT result->>'fileKey' AS key FROM exports UNION ALL SELECT result->>'rowsKey' FROM exports
     UNION ALL SELECT file_key FROM letters UNION ALL SELECT file_key FROM application_attachments`,
  );
  const owned = rows.flatMap(({ key }) => key ?? []).toSorted();
  await until(async () => readdirSync(medel.config.storageDirectory).length <= owned.length);
  expect(readdirSync(medel.config.storageDirectory).toSorted()).toEqual(owned);
}

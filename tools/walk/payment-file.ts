import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Any } from '#testing';
import type { Answer } from './answer.js';
import { readOrder, writeNotice, type Movement } from './bank.js';
import type { Walk } from './cast.js';
import { detail, done, item } from './page.js';
import { fetchFile, keep, type SavedFile } from './saved-file.js';
import { kr, short, swedish } from './words.js';

const PATIENCE_MS = 60_000;

/** A payment file as it is with the bank. */
export interface SentFile {
  id: string;
  saved: SavedFile;
  transactions: { endToEndId: string; amount: number }[];
}

/** Orders a file, waits for the worker, fetches it, and reads it as the bank does: from its bytes alone. */
export async function sendToBank(walk: Walk, payment: Any, number: number): Promise<SentFile> {
  const { run, finance } = walk;
  const body = { paymentIds: [payment.id] };
  const ordered = (await finance.post('/payment-files', { body, key: `${run}-file-${number}` })).is(202);
  const path = `/payment-files/${ordered.body.id}`;
  const ready = await whenReady(walk, path, ordered);
  const { file, answer } = await fetchFile(walk, finance, `${path}.xml`, `pain.001-${number}.xml`);
  answer.agrees('sha256, computed here', file.sha256, ready.body.sha256);
  const { count, controlSum, transactions } = readOrder(await readFile(file.path, 'utf8'));
  const sum = transactions.reduce((total, { amount }) => total + amount, 0);
  answer
    .agrees('the transactions, counted here', transactions.length, count)
    .agrees('the control sum, added up here', sum, controlSum)
    .agrees('what the system says of the file', [ready.body.paymentCount, ready.body.controlSum], [1, sum])
    .agrees('the sum to send', sum, payment.toPay)
    .agrees('the reference', transactions[0]?.endToEndId, payment.endToEndId);
  (await finance.get(`/payments/${payment.id}`))
    .is(200)
    .shows({ status: 'sent', paymentFileId: ordered.body.id });
  done(
    `The finance officer orders a payment file (betalfil), the worker makes it, and it is fetched: pain.001.001.09, ${count} transaction of ${kr(sum)}, sha256 ${short(file.sha256)}, the same computed here. The payment is ${swedish('status.payment.sent')}.`,
  );
  return { id: ordered.body.id, saved: file, transactions };
}

async function whenReady({ finance }: Walk, path: string, ordered: Answer): Promise<Answer> {
  const deadline = performance.now() + PATIENCE_MS;
  let now = ordered;
  while (now.body.status !== 'ready' && performance.now() < deadline) {
    await sleep(50);
    now = (await finance.get(path)).is(200);
  }
  return now.shows({ status: 'ready' });
}

/** The bank writes a notice (camt.054) of what it did with a file, and the finance officer hands it in. */
export async function hearFromBank(
  walk: Walk,
  { id }: SentFile,
  movements: readonly Movement[],
  name: string,
): Promise<Answer> {
  const { finance, today } = walk;
  const notice = writeNotice(today, movements);
  await keep(walk, name, notice);
  return (await finance.post(`/payment-files/${id}/settlements`, { xml: notice })).is(201);
}

/** What each row of a notice came to, in the system's words. */
export function showOutcomes({ body }: Answer): void {
  for (const row of body.rows) {
    const mark = ['executed', 'bounced'].includes(row.outcome) ? '✓' : '✗';
    item(mark, `${row.endToEndId}, ${row.amount} ${row.currency}: ${row.outcome}`);
  }
}

/** Attested, sent and executed without further ado. */
export async function payOut(walk: Walk, payment: Any, number: number): Promise<SentFile> {
  const sent = await sendToBank(walk, payment, number);
  const movements = sent.transactions.map((row) => ({ ...row, direction: 'DBIT' as const }));
  const told = await hearFromBank(walk, sent, movements, `camt.054-${number}.xml`);
  told.shows({ rows: [{ outcome: 'executed' }] });
  done(`The bank’s notice says that it left: ${swedish('status.payment.executed')}.`);
  detail(`${sent.transactions[0]!.endToEndId} is the reference that the bank and Medel know it by.`);
  return sent;
}

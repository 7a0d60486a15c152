import type { Client, Medel } from '#testing';
import { camt054, madeFile, upload } from './bank.js';
import { must } from './stage.js';

/** Pays out a payment that is due: attested, sent to the bank in a file, and executed by the bank's notice. */
export async function payOut(medel: Medel, finance: Client, paymentId: string): Promise<void> {
  const { body } = await must(finance.post(`/payments/${paymentId}/attest`), 200);
  // All of it was set off: nothing goes to the bank.
  if (body.status === 'executed') return;
  const file = await madeFile(medel, finance, [paymentId]);
  const told = [{ endToEndId: file.lines[0].endToEndId, amount: `${body.toPay}.00` }];
  const answer = await upload(finance, file.id, camt054(told, { messageId: paymentId }));
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
}

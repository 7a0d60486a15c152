import { SYSTEM } from '#core/access';
import { AppropriationRepository, Ledger } from '#core/appropriations';
import { DecisionYear } from '#core/decisions';
import { Payment, paymentLifecycle } from '#core/payments';
import { Database } from '#platform/database';
import { Transition } from '#platform/transition';
import type { Client, Medel } from '#testing';
import { must } from './stage.js';

/** Pays out a payment that is due: attested over HTTP, then sent and executed as the bank's notice does it. */
export async function payOut(medel: Medel, finance: Client, paymentId: string): Promise<void> {
  await must(finance.post(`/payments/${paymentId}/attest`), 200);
  const [database, transition] = [medel.api.get(Database), medel.api.get(Transition)];
  await database.transaction(SYSTEM, async () => {
    const payment = await database.lock(Payment, paymentId);
    await transition.apply(paymentLifecycle, payment, 'send', SYSTEM);
    await transition.apply(paymentLifecycle, payment, 'execute', SYSTEM);
    const { appropriationId } = await database.lock(DecisionYear, payment.decisionYearId);
    const appropriation = await medel.api.get(AppropriationRepository).get(appropriationId);
    await medel.api.get(Ledger).pay(SYSTEM, payment.decisionId, appropriation, payment);
  });
}

import type { Medel } from '#testing';
import { payOut } from './paid-out.js';
import { must, type Organisation, type Stage, YEAR } from './stage.js';

/** The standard's own example of a number. */
const ACCOUNT = { kind: 'iban', number: 'SE4550000000058398257466', reason: 'Demo' };

/**
 * A grant of an organisation that has come all the way of its money: paid out to an account, a condition judged, its
 * co-financing proven, and a part of it demanded back and repaid.
 */
export async function payAndRecover(medel: Medel, stage: Stage, organisation: Organisation): Promise<void> {
  const { handlaggare, beslut, beslut2, ekonomi } = stage.people;
  const signatory = stage.people[`firmatecknare.${organisation}`];
  const post = async (who: typeof ekonomi, path: string, body?: object, status = 200) =>
    (await must(who.post(path, { body }), status)).body;

  const accounts = (await must(signatory.get('/payee-accounts'), 200)).body;
  if (accounts.total === 0) {
    const { id } = await post(signatory, '/payee-accounts', ACCOUNT, 201);
    await post(ekonomi, `/payee-accounts/${id}/approve`);
  }

  const application = await stage.application('underAssessment', organisation);
  const proposal = stage.proposal({ conditions: ['Demo: lokalen hålls öppen.'] });
  const proposed = await post(handlaggare, `/applications/${application}/decision-proposals`, proposal, 201);
  const decision = await post(beslut, `/decisions/${proposed.id}/approve`);
  await payOut(medel, ekonomi, decision.payments[0].id);

  const path = `/decisions/${decision.id}`;
  const judged = { condition: 1, outcome: 'notMet', motive: 'Demo: lokalen är stängd.' };
  await post(handlaggare, `${path}/judge-condition`, judged);
  const [report] = decision.reports;
  await stage.fillIn(report.id, organisation);
  await post(signatory, `/reports/${report.id}/submit`);
  const proof = { year: YEAR, source: 'own', amount: 50_000, kind: 'accounts', reference: 'Demo: ver 1' };
  await post(handlaggare, `${path}/prove-co-financing`, proof);

  const claim = { grounds: 'conditionNotMet', amount: 100_000, reasons: 'Demo' };
  const { id } = await post(handlaggare, `${path}/recoveries`, claim, 201);
  await post(handlaggare, `/recoveries/${id}/notify`, { answerBy: `${YEAR + 1}-12-31` });
  await post(signatory, `/recoveries/${id}/answer`, { text: 'Demo' });
  await post(beslut2, `/recoveries/${id}/decide`, {});
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());
  const paid = { amount: 40_000, paidOn: today, reference: `BG ${organisation}` };
  await post(ekonomi, `/recoveries/${id}/register-payment`, paid);
}

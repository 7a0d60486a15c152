import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Cases, Medel, type Any, type Client } from '#testing';
import { amend } from './amended.js';
import { exportRows } from './ordered-exports.js';
import { payOut } from './paid-out.js';
import { must } from './stage.js';

const year = new Date().getFullYear();
const [first, second] = [year, year + 1];

let medel: Medel;
let cases: Cases;
let auditor: Client;

beforeAll(async () => {
  medel = await Medel.start({ worker: true });
  cases = await Cases.open(medel, { years: [first, second], appropriated: [first] });
  auditor = await medel.as('revisor');
});
afterEach(() => medel.expectCoherent());
afterAll(() => medel.stop());

const decision = async (id: string): Promise<Any> =>
  (await must(cases.officer.get<Any>(`/decisions/${id}`), 200)).body;
const numberOf = async (id: string) => (await decision(id)).registryNumber as string;
/** The rows of a case, as objects with the names given. */
async function ofCase(kind: string, id: string, names: readonly string[], order = {}): Promise<Any[]> {
  const number = await numberOf(id);
  const { items } = await exportRows(auditor, kind, order);
  return items
    .filter((row) => row.registryNumber === number)
    .map((row) => Object.fromEntries(names.map((name) => [name, row[name]])));
}
const summary = async (of: number) =>
  (await exportRows(auditor, 'summary')).items.find((row) => row.year === of);

/** Days and sums that the public list has of the case among the grants of a year. */
async function awards(id: string, of: number): Promise<Any[]> {
  const number = await numberOf(id);
  const { body } = await must(medel.anyone().get<Any>(`/public/grants?year=${of}&limit=200`), 200);
  return body.items
    .filter((row: Any) => row.id === number)
    .map((row: Any) => [row.awardDate, row.amountAwarded]);
}

describe('follow-up of a grant that was changed', () => {
  const NAMES = ['year', 'yearStatus', 'granted', 'paid'];

  it('keeps a year that lapsed where another year is amended: nobody refused it', async () => {
    const id = await cases.approved();
    const body = { year: second, reason: 'Demo: anslaget blev lägre' };
    await must(cases.decider.post(`/decisions/${id}/lapse-year`, { body }), 200);
    const lapsed = { year: second, yearStatus: 'lapsed', granted: 900_000, paid: 0 };
    const rows = await ofCase('grants-by-year', id, NAMES);
    expect(rows).toEqual([{ year: first, yearStatus: 'firm', granted: 900_000, paid: 0 }, lapsed]);
    const before = await summary(second);
    expect(before).toMatchObject({ lapsed: 900_000, refusedApplications: 0 });
    await amend(cases, id, { years: [{ year: first, amount: 800_000 }] });
    expect(await summary(second)).toEqual(before);
    const after = await ofCase('grants-by-year', id, NAMES);
    expect(after).toEqual([{ year: first, yearStatus: 'firm', granted: 800_000, paid: 0 }, lapsed]);
  });

  it('keeps what was paid by a decision that was revoked', async () => {
    const id = await cases.approved();
    const { payments } = await decision(id);
    await payOut(medel, cases.finance, payments.find((row: Any) => row.status === 'due').id);
    const body = { grounds: ['conditionNotMet'], reasons: 'Demo: villkoret är inte uppfyllt.' };
    await must(cases.decider.post(`/decisions/${id}/revoke`, { body }), 200);
    expect(await ofCase('grants-by-year', id, NAMES)).toEqual([
      { year: first, yearStatus: 'revoked', granted: 0, paid: 900_000 },
    ]);
    const paid = await Promise.all(
      ['grants-by-year', 'payments', 'summary'].map(
        async (kind) => (await exportRows(auditor, kind)).sums.paid,
      ),
    );
    expect(new Set(paid).size).toBe(1);
  });

  it('adds up each krona in force once, whatever decisions the case has had', async () => {
    const id = await cases.approved();
    await amend(cases, id, { years: [{ year: first, amount: 800_000 }] });
    expect(await ofCase('decisions', id, ['status', 'granted', 'grantedInForce'])).toEqual([
      { status: 'superseded', granted: 1_800_000, grantedInForce: 0 },
      { status: 'approved', granted: 1_700_000, grantedInForce: 1_700_000 },
    ]);
  });

  it('leaves a grant in the year of its award when it is amended', async () => {
    const id = await cases.approved();
    const awarded = `${year - 1}-06-01`;
    // Decided last year, as if.
    await medel.owner.query(`ALTER TABLE decisions DISABLE TRIGGER USER;
      UPDATE decisions SET decided_at = '${awarded} 12:00+02', awarded_at = '${awarded} 12:00+02' WHERE id = '${id}';
      ALTER TABLE decisions ENABLE TRIGGER USER`);
    const before = await awards(id, year - 1);
    expect(before).toEqual([[awarded, 1_800_000]]);
    const after = await amend(cases, id, { years: [{ year: first, amount: 800_000 }] });
    expect(await awards(after.id, year - 1)).toEqual([[awarded, 1_700_000]]);
    expect(await awards(after.id, year)).toEqual([]);
    const { items } = await exportRows(auditor, 'open-grants', { filters: { year: year - 1 } });
    expect(items.map((row) => [row.id, row.awardDate])).toEqual([[await numberOf(after.id), awarded]]);
  });

  it('tells of co-financing what came of its application', async () => {
    const id = await cases.approved();
    const rows = await ofCase('co-financing', id, ['status', 'outcome']);
    expect(rows[0]).toEqual({ status: 'decided', outcome: 'approve' });
  });

  it('has what was applied for by the day, and not what a completion changed later', async () => {
    const id = await cases.underAssessment({ title: 'Demo: före' });
    const { registryNumber } = (await must(cases.officer.get<Any>(`/applications/${id}`), 200)).body;
    const request = { items: [{ text: 'Demo: hur?' }], dueOn: `${second}-01-31` };
    await must(cases.officer.post(`/applications/${id}/request-completion`, { body: request }), 200);
    await must(cases.applicant.edit(`/applications/${id}`, { title: 'Demo: efter' }), 200);
    await must(cases.signatory.post(`/applications/${id}/complete`), 200);
    const earlier = (table: string, where: string) =>
      medel.owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER;
        UPDATE ${table} SET submitted_at = submitted_at - interval '3 days' WHERE ${where};
        ALTER TABLE ${table} ENABLE TRIGGER USER`);
    await earlier('applications', `id = '${id}'`);
    await earlier('submissions', `subject_id = '${id}' AND number = 1`);
    const titleOn = async (order: object) => {
      const { items } = await exportRows(auditor, 'applications', order);
      return items.find((row) => row.registryNumber === registryNumber)?.title;
    };
    const dayBefore = (days: number) =>
      new Date(Date.now() - days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' });
    expect(await titleOn({})).toBe('Demo: efter');
    expect(await titleOn({ asOf: dayBefore(1) })).toBe('Demo: före');
    expect(await titleOn({ asOf: dayBefore(5) })).toBe(undefined);
  });
});

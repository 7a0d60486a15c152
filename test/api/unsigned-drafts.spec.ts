import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { completeReport, Medel, type Any } from '#testing';
import { Bundle } from './case-bundle.js';
import { Exporting } from './exporting.js';
import { exportRows } from './ordered-exports.js';
import { must, Stage, YEAR } from './stage.js';

const SIGNED = 'Demo: det som skrevs under';
const DRAFT = 'Demo: det som ingen har skrivit under';

let medel: Medel;
let stage: Stage;

beforeAll(async () => {
  medel = await Medel.start({ worker: true });
  stage = await Stage.set(medel);
});
afterEach(() => medel.expectCoherent());
afterAll(() => medel.stop());

const read = async (who: keyof Stage['people'], path: string): Promise<Any> =>
  (await must(stage.people[who].get<Any>(path), 200)).body;

describe('what a recipient writes and has not yet handed in', () => {
  const requested = (amount: number) => [{ year: YEAR, amount }];
  /** Signed with one title and sum, to be completed, and changed since. */
  async function changed(): Promise<string> {
    const id = await stage.application('draft');
    const { 'sokande.1275': applicant, 'firmatecknare.1275': signatory, handlaggare } = stage.people;
    await must(applicant.edit(`/applications/${id}`, { title: SIGNED }), 200);
    await must(signatory.post(`/applications/${id}/submit`), 200);
    await must(handlaggare.post(`/applications/${id}/start-assessment`), 200);
    const body = stage.bodyOf('request-completion');
    await must(handlaggare.post(`/applications/${id}/request-completion`, { body }), 200);
    const draft = { title: DRAFT, requested: requested(5) };
    await must(applicant.edit(`/applications/${id}`, draft), 200);
    return id;
  }
  const shownTo = async (who: keyof Stage['people'], id: string) => {
    const { title, requested: sums, registryNumber } = await read(who, `/applications/${id}`);
    const { items } = await read(who, `/applications?q=${registryNumber}`);
    const [{ title: listed, requestedTotal }] = items;
    return { title, listed, requestedTotal, sums };
  };

  it('is the recipient’s own while a completion is written', async () => {
    const id = await changed();
    const sums = stage.form().requested;
    const [{ amount }] = sums;
    const signed = { title: SIGNED, listed: SIGNED, requestedTotal: amount, sums };
    for (const who of ['handlaggare', 'beslut', 'revisor'] as const)
      expect(await shownTo(who, id)).toEqual(signed);
    expect(await shownTo('sokande.1275', id)).toEqual({
      title: DRAFT,
      listed: DRAFT,
      requestedTotal: 5,
      sums: requested(5),
    });
    const found = await read('handlaggare', `/applications?q=${encodeURIComponent('ingen har skrivit')}`);
    expect(found.items).toEqual([]);
  });

  it('is in no follow-up, and in no bundle', async () => {
    const id = await changed();
    const { registryNumber } = await read('revisor', `/applications/${id}`);
    const [{ amount }] = stage.form().requested;
    const { revisor } = stage.people;
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());
    for (const order of [{}, { asOf: today }]) {
      const { items } = await exportRows(revisor, 'applications', order);
      expect(items.find((row) => row.registryNumber === registryNumber)).toMatchObject({
        title: SIGNED,
        requested: amount,
      });
      const summary = await exportRows(revisor, 'summary', order);
      const stated = await exportRows(revisor, 'applications', order);
      expect(summary.sums.requested).toBe(stated.sums.requested);
    }
    const bundled = { kind: 'case-bundle', format: 'zip', filters: { applicationId: id } };
    const bundle = Bundle.of((await new Exporting(medel, revisor).make(bundled)).file);
    const [told] = bundle.json('case/application.json').applications;
    expect(told.content.title).toBe(SIGNED);
    for (const [name, content] of bundle.files)
      expect([name, content.includes(DRAFT)]).toEqual([name, false]);
  });

  it('is what is handed in when it is', async () => {
    const id = await changed();
    await must(
      stage.people['sokande.1275'].edit(`/applications/${id}`, { requested: stage.form().requested }),
      200,
    );
    await must(stage.people['firmatecknare.1275'].post(`/applications/${id}/complete`), 200);
    expect(await shownTo('handlaggare', id)).toMatchObject({ title: DRAFT, listed: DRAFT });
    const { submissions } = await read('handlaggare', `/applications/${id}`);
    const { rows } = await medel.owner.query(
      `SELECT s.number, s.content->>'title' AS title, a.draft, a.content = s.content AS same,
         encode(sha256(convert_to(s.content::text, 'UTF8')), 'hex') AS sha256
       FROM submissions s JOIN applications a ON a.id = s.subject_id WHERE a.id = $1 ORDER BY s.number`,
      [id],
    );
    expect(rows.map(({ title }) => title)).toEqual([SIGNED, DRAFT]);
    expect(rows[1]).toMatchObject({ draft: null, same: true });
    expect(rows.map(({ sha256 }) => sha256)).toEqual(submissions.map((row: Any) => row.contentSha256));
  });

  it('goes with a withdrawal, and what was signed stays', async () => {
    const id = await changed();
    await must(stage.people['firmatecknare.1275'].post(`/applications/${id}/withdraw`), 200);
    for (const who of ['handlaggare', 'sokande.1275'] as const)
      expect(await shownTo(who, id)).toMatchObject({ title: SIGNED, listed: SIGNED });
  });

  it('of a report is read when it is handed in, also where it is to be completed', async () => {
    const id = await stage.report('open');
    const costs = async (who: keyof Stage['people']) => {
      const { costs: rows, comparison } = await read(who, `/reports/${id}`);
      return [rows[0].amount, comparison.years[0].actualCosts];
    };
    expect(await costs('handlaggare')).toEqual([0, 0]);
    expect(await costs('sokande.1275')).toEqual([900_000, 900_000]);
    await must(stage.people['firmatecknare.1275'].post(`/reports/${id}/submit`), 200);
    expect(await costs('handlaggare')).toEqual([900_000, 900_000]);
    const body = stage.bodyOf('request-completion');
    await must(stage.people.handlaggare.post(`/reports/${id}/request-completion`, { body }), 200);
    const draft = completeReport({ year: YEAR, costs: 700_000, coFinancing: 70_000 });
    await must(stage.people['sokande.1275'].edit(`/reports/${id}`, draft), 200);
    expect(await costs('handlaggare')).toEqual([900_000, 900_000]);
    expect(await costs('sokande.1275')).toEqual([700_000, 700_000]);
    const { registryNumber } = await read('revisor', `/reports/${id}`);
    const { items } = await exportRows(stage.people.revisor, 'results');
    expect(items.filter((row) => row.registryNumber === registryNumber)).not.toEqual([]);
    await must(stage.people['firmatecknare.1275'].post(`/reports/${id}/submit`), 200);
    expect(await costs('handlaggare')).toEqual([700_000, 700_000]);
  });

  it('is not written over what was handed in by the database either', async () => {
    const id = await changed();
    const edit = (table: string, which: string) =>
      medel.owner.query(
        `UPDATE ${table} SET content = content || '{"title": "Demo: annat"}', version = version + 1 WHERE id = $1`,
        [which],
      );
    await expect(edit('applications', id)).rejects.toThrow('submitted content never changes');
    await expect(edit('reports', await stage.report('completionRequested'))).rejects.toThrow(
      'submitted content never changes',
    );
    await expect(
      medel.owner.query(`UPDATE applications SET draft = '{}', version = version + 1 WHERE id = $1`, [
        await stage.application('underAssessment'),
      ]),
    ).rejects.toThrow('applications_draft');
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { Medel, tally, type Any, type Client } from '#testing';
import { everything, expectProblem, findingsOf } from './problem.js';
import { must, NOWHERE, Stage, YEAR, type Name, type Organisation } from './stage.js';

let medel: Medel;
let stage: Stage;
let people: Record<Name, Client>;
const reports: Record<string, string> = {};

/** A report whose decision asks for what `changes` says. */
async function reportBy(organisation: Organisation, changes: object): Promise<string> {
  const id = await stage.application('underAssessment', organisation);
  const interest = { interest: 'possible', note: 'Demo' };
  const declared = `/applications/${id}/declare-conflict-of-interest`;
  await must(people.handlaggare2.post(declared, { body: interest }), 200);
  const body = stage.proposal(changes);
  const decision = await must(
    people.handlaggare.post(`/applications/${id}/decision-proposals`, { body }),
    201,
  );
  await must(people.beslut.post(`/decisions/${decision.body.id}/approve`), 200);
  return (await people.beslut.get(`/decisions/${decision.body.id}`)).body.reports[0].id;
}
const due = (dueOn: string) => ({ reportsDue: [{ kind: 'final', year: YEAR, dueOn }] });

beforeAll(async () => {
  medel = await Medel.start();
  stage = await Stage.set(medel);
  people = stage.people;
  reports['first'] = await stage.report('submitted');
  reports['small'] = await reportBy('1275', { years: [{ year: YEAR, amount: 200_000 }] });
  reports['other'] = await stage.report('open', 'annan');
  await stage.report('approved');
  // Last: who has a report overdue is given no more.
  reports['late'] = await reportBy('1275', due('2020-01-31'));
});
afterAll(async () => {
  await medel.expectCoherent();
  await medel.stop();
});

const draw = (changes: object = {}, who: Client = people.handlaggare) =>
  who.post('/samples', { body: { callId: stage.call.id, year: YEAR, size: 2, ...changes } });
const idsOf = (members: Any[]) => members.map(({ reportId }) => reportId).toSorted();
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

describe('a sample', () => {
  let sample: Any;

  it('has exactly as many as asked, with risk and probability told for each', async () => {
    const made = await must(draw({ seed: 'demo', size: 3 }), 201);
    sample = made.body;
    expect(made.headers.get('location')).toBe(`/api/v1/samples/${sample.id}`);
    expect(sample).toMatchObject({
      callId: stage.call.id,
      programmeCode: null,
      size: 3,
      population: 4,
      seed: 'demo',
      isSeedChosen: true,
      weights: { base: 1, sum: 3, share: 1, firstTime: 2, late: 2, deviations: 2 },
      proofs: ['ledger', 'invoices', 'payroll', 'coFinancing', 'results'],
    });
    expect(idsOf([...sample.drawn, ...sample.notDrawn])).toEqual(Object.values(reports).toSorted());
    const found = Object.fromEntries(
      [...sample.drawn, ...sample.notDrawn].map((each: Any) => [each.reportId, each]),
    );
    // 800 000 of costs of 1 000 000, where at most 90 percent may be granted; costs of 900 000 were told.
    const parts = (name: string) => found[reports[name]!].parts;
    expect(parts('first')).toEqual({ sum: 1000, share: 888, firstTime: 1000, late: 0, deviations: 100 });
    expect(parts('late')).toEqual({ sum: 1000, share: 888, firstTime: 0, late: 1000, deviations: 0 });
    expect(parts('small')).toEqual({ sum: 250, share: 222, firstTime: 0, late: 0, deviations: 0 });
    expect(parts('other')).toEqual({ sum: 1000, share: 888, firstTime: 1000, late: 0, deviations: 0 });
    expect(found[reports['first']!].score).toBe(1000 + 3 * 1000 + 888 + 2 * 1000 + 2 * 100);
  });

  it('is drawn by anyone with the seed, by the description alone', () => {
    const all = [...sample.drawn, ...sample.notDrawn];
    const certain = new Set<string>();
    for (let found = true; found;) {
      const rest = all.filter(({ reportId }) => !certain.has(reportId));
      const total = rest.reduce((sum, { score }) => sum + score, 0);
      const draws = sample.size - certain.size;
      const over = draws === 0 ? [] : rest.filter(({ score }) => draws * score >= total);
      over.forEach(({ reportId }) => certain.add(reportId));
      found = over.length > 0;
    }
    const rest = all
      .filter(({ reportId }) => !certain.has(reportId))
      .toSorted((a, b) => (hash(`demo:${a.reportId}`) < hash(`demo:${b.reportId}`) ? -1 : 1));
    const total = rest.reduce((sum, { score }) => sum + score, 0);
    const draws = sample.size - certain.size;
    const start = Number(BigInt(`0x${hash('demo:start')}`) % BigInt(total || 1));
    const points = Array.from({ length: draws }, (_, k) => start + k * total);
    let c = 0;
    const drawn = rest.filter(({ score, probability }) => {
      const [from, to] = [draws * c, draws * (c + score)];
      c += score;
      expect(probability).toMatchObject({ numerator: draws * score, denominator: total });
      return points.some((point) => from <= point && point < to);
    });
    expect([...certain, ...idsOf(drawn)].toSorted()).toEqual(idsOf(sample.drawn));
  });

  it('is the same for whoever draws with the seed, and says so when it is drawn again', async () => {
    const same = await must(draw({ seed: 'demo', size: 3 }, people.revisor), 201);
    expect(idsOf(same.body.drawn)).toEqual(idsOf(sample.drawn));
    const again = await must(people.revisor.post(`/samples/${sample.id}/replay`), 200);
    expect(again.body).toEqual({ agrees: true, seed: 'demo', drawn: expect.any(Array) });
    expect(again.body.drawn.toSorted()).toEqual(idsOf(sample.drawn));
  });

  it('has a seed of its own where none is given, and is kept with it', async () => {
    const { body } = await must(
      draw({ size: 1, callId: undefined, programmeCode: 'exempel-2025' }, people.beslut),
      201,
    );
    expect([body.isSeedChosen, body.programmeCode, body.callId]).toEqual([false, 'exempel-2025', null]);
    expect(body.seed.length).toBeGreaterThan(20);
    const listed = (await people.ekonomi.get('/samples')).body;
    expect(listed.total).toBe(3);
    expect(listed.items[0]).toMatchObject({ id: body.id, seed: body.seed });
    expect((await people.admin.get(`/samples?callId=${stage.call.id}&year=${YEAR}`)).body.total).toBe(2);
    const events = (await people.revisor.get(`/audit-events?subject=${body.id}`)).body.items;
    expect(events).toMatchObject([{ action: 'create', data: { seed: body.seed, drawn: idsOf(body.drawn) } }]);
  });

  it('follows the weights', async () => {
    const weights = { base: 1, sum: 0, share: 0, firstTime: 0, late: 100, deviations: 0 };
    const { body } = await must(draw({ size: 1, weights }), 201);
    const late = [...body.drawn, ...body.notDrawn].find(({ reportId }: Any) => reportId === reports['late']);
    expect(late.probability).toEqual({ numerator: 101_000, denominator: 104_000, value: 0.971154 });
  });

  it.each<[string, object, number, string[]]>([
    ['no year', { year: undefined }, 400, ['year required']],
    ['nothing', { size: 0 }, 400, ['size notWholeNumber']],
    ['half of one', { size: 1.5 }, 400, ['size notWholeNumber']],
    [
      'neither call nor programme',
      { callId: undefined },
      400,
      ['callId callOrProgramme', 'programmeCode callOrProgramme'],
    ],
    [
      'both',
      { programmeCode: 'exempel-2025' },
      400,
      ['callId callOrProgramme', 'programmeCode callOrProgramme'],
    ],
    ['an unknown call', { callId: NOWHERE }, 400, ['callId unknownCall']],
    [
      'an unknown programme',
      { callId: undefined, programmeCode: '__proto__' },
      400,
      ['programmeCode unknownProgramme'],
    ],
    [
      'every wrong weight',
      { weights: { base: 0, sum: -1, late: 1e9, luck: 1 } },
      400,
      [
        'weights.base notWholeNumber',
        'weights.late notWholeNumber',
        'weights.luck unknownField',
        'weights.sum notWholeNumber',
      ],
    ],
    ['a seed that is no text', { seed: '\ud800' }, 400, ['seed malformedText']],
    ['no proof', { proofs: [] }, 400, ['proofs tooFew']],
    ['unknown proof', { proofs: ['oath'] }, 400, ['proofs notOneOf']],
    ['more than there are', { size: 5 }, 422, ['size sampleTooLarge']],
    ['a year without reports', { year: YEAR + 30 }, 422, ['size sampleTooLarge']],
  ])('of %s is refused, and nothing is drawn', async (_, changes, status, told) => {
    const before = await everything(medel);
    const refused = await draw(changes);
    expectProblem(refused, status, status === 400 ? 'invalid' : 'rulesNotMet');
    expect(findingsOf(refused)).toEqual(told);
    expect(await everything(medel)).toBe(before);
  });

  it("is the agency's own", async () => {
    for (const name of ['sokande.1275', 'firmatecknare.1275'] as const)
      for (const answer of [
        draw({}, people[name]),
        people[name].get('/samples'),
        people[name].get(`/samples/${sample.id}`),
      ])
        expectProblem(await answer, 403, 'forbidden');
    for (const name of ['ekonomi', 'admin'] as const)
      expectProblem(await draw({}, people[name]), 403, 'forbidden');
  });
});

describe('proof that is asked of what was drawn', () => {
  let report: string;
  let demand: Any;
  const signatory = () => people['firmatecknare.1275'];
  const act = (action: string, who: Client, body?: object) =>
    who.post(`/evidence-demands/${demand.id}/${action}`, { body });
  const answer = (who: Client, note = 'Demo') =>
    who.upload(`/evidence-demands/${demand.id}/answer`, 'Demo: huvudbok', { note }, { name: 'huvudbok.pdf' });

  beforeAll(async () => {
    // All of them are drawn, so that this one is.
    report = reports['first']!;
    await must(draw({ size: 4, proofs: ['ledger'] }), 201);
  });

  it('is shown to the recipient, once, with nothing of the risk', async () => {
    const { body } = await must(people['sokande.1275'].get(`/reports/${report}`), 200);
    demand = body.evidenceDemand;
    expect(demand).toMatchObject({ status: 'requested', reportId: report, files: [], actions: ['answer'] });
    expect(JSON.stringify(body)).not.toMatch(/score|sampleId|probability/);
    expect((await people['sokande.annan'].get(`/evidence-demands/${demand.id}`)).status).toBe(404);
    const { rows } = await medel.owner.query('SELECT FROM evidence_demands WHERE report_id = $1', [report]);
    expect(rows).toHaveLength(1);
  });

  it('holds the approval until it is accepted', async () => {
    const approve = () => people.handlaggare.post(`/reports/${report}/approve`);
    const told = async () => {
      const refused = await approve();
      expectProblem(refused, 422, 'rulesNotMet');
      return refused.body.findings.map(({ code, data }: Any) => [code, data.status]);
    };
    expect(await told()).toEqual([['evidenceAccepted', 'requested']]);
    expectProblem(await act('accept', people.handlaggare), 409, 'illegalTransition');

    await must(answer(people['sokande.1275']), 200);
    expect(await told()).toEqual([['evidenceAccepted', 'answered']]);
    expectProblem(await act('accept', signatory()), 403, 'forbidden');
    expectProblem(await act('accept', people.revisor), 403, 'forbidden');
    expectProblem(await act('send-back', people.handlaggare, { note: ' ' }), 400, 'invalid');
    const note = 'Demo: kontoplanen saknas.';
    expect((await must(act('send-back', people.handlaggare, { note }), 200)).body).toMatchObject({
      status: 'requested',
      reviewNote: note,
    });

    const { body } = await must(answer(signatory(), 'Demo: kontoplan'), 200);
    expect(body.files).toMatchObject([
      { note: 'Demo' },
      { note: 'Demo: kontoplan', sha256: hash('Demo: huvudbok') },
    ]);
    const file = await people.handlaggare.get<string>(`/evidence-files/${body.files[1].id}`);
    expect([file.status, file.body]).toEqual([200, 'Demo: huvudbok']);
    expect((await people['sokande.annan'].get(`/evidence-files/${body.files[1].id}`)).status).toBe(404);

    await expect(
      medel.owner.query(`UPDATE reports SET status = 'approved', version = version + 1 WHERE id = $1`, [
        report,
      ]),
    ).rejects.toMatchObject({ constraint: 'reports_evidence' });
    expect((await must(act('accept', people.beslut), 200)).body.status).toBe('accepted');
    expectProblem(await answer(signatory()), 409, 'illegalTransition');
    const approved = await must(approve(), 200);
    expect(approved.body.evidenceDemand.actions).toEqual([]);
  });

  it('is not judged by who has an interest', async () => {
    const { body } = await people.handlaggare.get(`/reports/${reports['late']}`);
    demand = body.evidenceDemand;
    await must(answer(people['sokande.1275']), 200);
    expectProblem(await act('accept', people.handlaggare2), 409, 'conflictOfInterest');
    expect((await people.handlaggare2.get(`/evidence-demands/${demand.id}`)).body.actions).toEqual([]);
  });

  it('is a file, and no larger than it may be', async () => {
    demand = (await people.handlaggare.get(`/reports/${reports['small']}`)).body.evidenceDemand;
    expectProblem(await act('answer', signatory(), { note: 'x' }), 415, 'unsupportedMediaType');
    const path = `/evidence-demands/${demand.id}/answer`;
    const nothing = new FormData();
    nothing.append('note', 'Demo');
    const refused = await signatory().post(path, { body: nothing });
    expect(findingsOf(refused)).toEqual(['file required']);
    const large = Buffer.alloc(25 * 1024 * 1024 + 1);
    expectProblem(await signatory().upload(path, large, {}), 413, 'tooLarge');
    expectProblem(await signatory().upload(`/evidence-demands/${NOWHERE}/answer`, 'x', {}), 404, 'notFound');
    expect((await signatory().get(`/evidence-demands/${demand.id}`)).body.files).toEqual([]);
  });

  it('is twenty files, and no more together than they may be', async () => {
    const send = (file: string | Buffer) =>
      signatory().upload<Any>(`/evidence-demands/${demand.id}/answer`, file, { note: 'Demo' });
    for (let count = 0; count < 4; count += 1) await must(send('Demo: huvudbok'), 200);
    await medel.owner.query(`ALTER TABLE evidence_files DISABLE TRIGGER USER;
      UPDATE evidence_files SET size = 25 * 1024 * 1024 WHERE demand_id = '${demand.id}';
      ALTER TABLE evidence_files ENABLE TRIGGER USER`);
    expectProblem(await send('x'), 413, 'tooLarge');

    demand = (await people.handlaggare.get(`/reports/${reports['late']}`)).body.evidenceDemand;
    const answers = await Promise.all(Array.from({ length: 22 }, () => send('Demo: huvudbok')));
    expect(tally(answers)).toEqual({ 200: 19, '409 conflict': 3 });
    expect(findingsOf(await send('Demo: huvudbok'))).toEqual(['file tooManyEvidenceFiles']);
  });
});

describe('draws at once', () => {
  it('wait for each other, and ask a report once', async () => {
    const fresh = await stage.openCall();
    const call = stage.call;
    stage.call = fresh;
    for (let made = 0; made < 2; made += 1) await stage.report('open', 'annan');
    const answers = await Promise.all(Array.from({ length: 8 }, () => draw({ size: 2 })));
    stage.call = call;
    const statuses = answers.map(({ status }) => status);
    expect(statuses).toEqual(Array(8).fill(201));
    const { rows } = await medel.owner.query(
      `SELECT count(*)::integer AS n FROM samples WHERE call_id = $1`,
      [fresh.id],
    );
    expect(rows[0].n).toBe(8);
    const demands = await medel.owner.query(
      `SELECT FROM evidence_demands e JOIN samples s ON s.id = e.sample_id WHERE s.call_id = $1`,
      [fresh.id],
    );
    expect(demands.rows).toHaveLength(2);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { completeForm, Medel, type Any, type Client } from '#testing';
import { loadValues, seededValues } from './load-values.js';
import { anotherAccount, must, NOWHERE, Stage } from './stage.js';

let medel: Medel;
let stage: Stage;
let people: Stage['people'];
/** Malmö's, in a call of the example programme: below the threshold by the proxy, and the other measure has no values. */
let path: string;
let callId: string;
const YEAR = 2027;
const RULE = 'measureThreshold';

beforeAll(async () => {
  medel = await Medel.start();
  stage = await Stage.set(medel);
  people = stage.people;
  [malmo, signatory] = await Promise.all([medel.as('sokande.1280'), medel.as('firmatecknare.1280')]);
  const changes = {
    programmeCode: 'exempel-2027',
    years: [YEAR],
    budget: [{ year: YEAR, amount: 2_000_000 }],
  };
  callId = (await stage.openCall(changes)).id;
  path = await underAssessment();
});
afterAll(async () => {
  await medel.expectCoherent();
  await medel.stop();
});

let malmo: Client;
let signatory: Client;

async function submitted(): Promise<string> {
  const made = await must(malmo.post('/applications', { body: { callId } }), 201);
  const of = `/applications/${made.body.id}`;
  await must(malmo.edit(of, completeForm({ years: [YEAR] })), 200);
  await must(signatory.post(`${of}/submit`), 200);
  return of;
}

async function underAssessment(): Promise<string> {
  const of = await submitted();
  await must(people.handlaggare.post(`${of}/start-assessment`), 200);
  return of;
}

const answer = (findingCode: string, changes: object = {}) => ({
  findingCode,
  outcome: 'met',
  motive: `Demo: ${findingCode} är prövat mot ansökan.`,
  ...changes,
});
const judge = (who: Client, body: object, on = path) => who.post(`${on}/judge`, { body });
const checksOf = async (who: Client, on = path): Promise<Any> =>
  (await must(who.get(`${on}/checks`), 200)).body;
const findingOf = (checks: Any, code: string): Any =>
  checks.eligibility.find((each: Any) => each.code === code);
const approval = (who: Client, on = path) =>
  who.post(`${on}/decision-proposals`, {
    body: stage.proposal({ years: [{ year: YEAR, amount: 800_000 }], reportsDue: [] }),
  });

describe('what an officer judges', () => {
  it('is open at first, and an approval waits for it', async () => {
    const checks = await checksOf(people.handlaggare);
    expect(checks.verdict).toBe('needsJudgement');
    const refused = await approval(people.handlaggare);
    expect([refused.status, refused.body.code]).toEqual([422, 'rulesNotMet']);
    const pending = refused.body.findings.find((each: Any) => each.code === 'judgementPending');
    expect(pending.data).toEqual({ rules: [RULE] });
  });

  it('is offered to the case officer while the case is under assessment', async () => {
    expect((await people.handlaggare.get(path)).body.actions).toContain('judge');
    for (const name of ['beslut', 'revisor', 'admin'] as const)
      expect((await people[name].get(path)).body.actions).not.toContain('judge');
    for (const name of ['beslut', 'ekonomi', 'revisor', 'admin'] as const)
      expect([name, (await judge(people[name], answer(RULE))).status]).toEqual([name, 403]);
    expect((await judge(malmo, answer(RULE))).status).toBe(403);
    expect((await people['sokande.annan'].get(`${path}/checks`)).status).toBe(404);
    const early = await judge(people.handlaggare, answer('purpose'), await submitted());
    expect([early.status, early.body.code]).toEqual([409, 'illegalTransition']);
  });

  it.each<[string, object, string]>([
    ['no motive', answer(RULE, { motive: '  ' }), 'motive tooShort'],
    ['no answer', answer(RULE, { outcome: 'needsJudgement' }), 'outcome notOneOf'],
    ['no such rule', answer('nothing'), 'findingCode unknownFinding'],
    ['a sum, which is corrected and not judged', answer('budgetBalance'), 'findingCode unknownFinding'],
    ['another place', answer(RULE, { path: 'costs[0]' }), 'path unknownFinding'],
    ['more than asked for', answer(RULE, { by: NOWHERE }), 'by unknownField'],
  ])('with %s is refused', async (_, body, told) => {
    const refused = await judge(people.handlaggare, body);
    expect([refused.status, refused.body.findings.map((each: Any) => `${each.path} ${each.code}`)]).toEqual([
      400,
      [told],
    ]);
  });

  it('stands in the checks with its motive, and the verdict follows', async () => {
    await must(judge(people.handlaggare, answer(RULE)), 200);
    const checks = await checksOf(people.beslut);
    expect(checks.verdict).toBe('eligible');
    const { body: session } = await people.handlaggare.get('/session');
    expect(findingOf(checks, RULE)).toMatchObject({
      outcome: 'met',
      override: {
        computed: 'needsJudgement',
        outcome: 'met',
        motive: 'Demo: measureThreshold är prövat mot ansökan.',
        by: session.user.id,
      },
    });
  });

  it('is replaced by a later answer, and both are kept', async () => {
    const second = answer(RULE, { outcome: 'notMet', motive: 'Demo: omprövat.' });
    await must(judge(people.handlaggare2, second), 200);
    expect((await checksOf(people.revisor)).verdict).toBe('notEligible');
    const refused = await approval(people.handlaggare);
    expect(refused.body.findings.map((each: Any) => each.code)).toContain('notEligible');
    await must(judge(people.handlaggare2, answer(RULE, { motive: 'Demo: åter.' })), 200);
    const { judgements } = (await people.handlaggare.get(path)).body;
    expect(
      judgements
        .filter((each: Any) => each.findingCode === RULE)
        .map((each: Any) => [each.outcome, each.computed, each.motive]),
    ).toEqual([
      ['met', 'needsJudgement', 'Demo: measureThreshold är prövat mot ansökan.'],
      ['notMet', 'needsJudgement', 'Demo: omprövat.'],
      ['met', 'needsJudgement', 'Demo: åter.'],
    ]);
  });

  it('overrides what a rule says, not only what it leaves open', async () => {
    const failed = answer('notStatutoryDuty', { outcome: 'notMet', motive: 'Demo: en lagstadgad uppgift.' });
    await must(judge(people.handlaggare, failed), 200);
    expect(findingOf(await checksOf(people.handlaggare), 'notStatutoryDuty')).toMatchObject({
      outcome: 'notMet',
      override: { computed: 'met' },
    });
    expect((await checksOf(people.handlaggare)).verdict).toBe('notEligible');
    await must(judge(people.handlaggare, answer('notStatutoryDuty')), 200);
    expect((await checksOf(people.handlaggare)).verdict).toBe('eligible');
  });

  it('leaves an event each', async () => {
    const events = await people.revisor.get(`/audit-events?subject=${path.split('/')[2]}&limit=200`);
    const judged = events.body.items.filter((event: Any) => event.action === 'judge');
    expect(judged).toHaveLength(5);
    expect(judged[0].data).toMatchObject({
      computed: 'needsJudgement',
      outcome: 'met',
      from: 'underAssessment',
    });
  });
});

describe('the evidence', () => {
  it('is as it was at the submission, with the judgement beside it', async () => {
    const { body } = await must(people.revisor.get(`${path}/evidence`), 200);
    expect(body).toMatchObject({ verdict: 'needsJudgement', judgedVerdict: 'eligible' });
    expect(body.judgements).toHaveLength(5);
    expect(findingOf(body, RULE)).toMatchObject({
      outcome: 'needsJudgement',
      override: { outcome: 'met', motive: 'Demo: åter.' },
    });
    const lines = body.card.filter((line: Any) => line.rule === RULE);
    expect(lines).toMatchObject([
      { measure: 'inequalityIndex', outcome: 'needsJudgement', reason: 'noDataset', dataset: null },
      {
        citation: { sfs: 'exempel', section: '2 §', wordingFrom: '2027-01-01' },
        measure: 'areaType12Share',
        municipality: '1280',
        value: 0.286458,
        n: 290,
        year: 2022,
        quality: 'proxy',
        standardDeviations: 1.5,
        outcome: 'notMet',
        override: { outcome: 'met' },
        dataset: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
    ]);
    expect(lines[1].z).toBeCloseTo(1.3725357938050227, 10);
    expect(lines[1].mean).toBeCloseTo(0.10693136206896552, 12);
  });

  it('shows the recipient no motive before the decision', async () => {
    expect((await malmo.get(path)).body.judgements).toEqual([]);
    const { body } = await malmo.get(`${path}/evidence`);
    expect([body.judgedVerdict, body.judgements]).toEqual(['needsJudgement', []]);
    expect(JSON.stringify(body)).not.toContain('Demo: åter.');
    expect((await checksOf(malmo)).verdict).toBe('needsJudgement');
    expect((await people['sokande.annan'].get(`${path}/evidence`)).status).toBe(404);
  });
});

describe('a completion', () => {
  it('is not refused for what an officer has excused', async () => {
    const of = await underAssessment();
    const ask = () =>
      must(
        people.handlaggare.post(`${of}/request-completion`, { body: stage.bodyOf('request-completion') }),
        200,
      );
    const late = async () => signatory.post(`${of}/complete`);
    await medel.owner.query(`UPDATE organisations SET kind = 'nonProfit' WHERE code = '1280'`);
    try {
      await ask();
      const refused = await late();
      expect(refused.status).toBe(422);
      expect(refused.body.findings.map((each: Any) => each.code)).toContain('recipientKind');
    } finally {
      await medel.owner.query(`UPDATE organisations SET kind = 'municipality' WHERE code = '1280'`);
    }
    await must(late(), 200);
    await medel.owner.query(`UPDATE organisations SET kind = 'nonProfit' WHERE code = '1280'`);
    try {
      await must(judge(people.handlaggare, answer('recipientKind'), of), 200);
      await ask();
      await must(late(), 200);
    } finally {
      await medel.owner.query(`UPDATE organisations SET kind = 'municipality' WHERE code = '1280'`);
    }
  });
});

describe('four eyes and interests', () => {
  it('let nobody judge who has declared an interest', async () => {
    const of = await underAssessment();
    const body = { interest: 'possible', note: 'Demo' };
    await must(people.handlaggare2.post(`${of}/declare-conflict-of-interest`, { body }), 200);
    const refused = await judge(people.handlaggare2, answer(RULE), of);
    expect([refused.status, refused.body.code]).toEqual([409, 'conflictOfInterest']);
  });

  it('let nobody decide who has judged a finding, under any account', async () => {
    const decider = await anotherAccount(medel, 'handlaggare2', ['decisionMaker']);
    const { body: decision } = await must(approval(people.handlaggare), 201);
    const found = decision.evidence.find((each: Any) => each.code === RULE);
    expect(found).toMatchObject({
      outcome: 'met',
      override: { computed: 'needsJudgement', motive: 'Demo: åter.' },
    });
    expect((await decider.get(`/decisions/${decision.id}`)).body.actions).not.toContain('approve');
    const refused = await decider.post(`/decisions/${decision.id}/approve`);
    expect([refused.status, refused.body.code]).toEqual([409, 'fourEyes']);
    await must(people.beslut.post(`/decisions/${decision.id}/approve`), 200);
  });

  it('show the recipient every motive once it is decided', async () => {
    const { judgements } = (await malmo.get(path)).body;
    expect(judgements.map((each: Any) => each.motive)).toContain('Demo: åter.');
    expect((await malmo.get(`${path}/evidence`)).body.judgedVerdict).toBe('eligible');
  });
});

describe('another data set', () => {
  it('leaves the old evidence as it was, and is told of field by field', async () => {
    const of = await underAssessment();
    await must(judge(people.handlaggare, answer(RULE), of), 200);
    const before = (await people.revisor.get(`${of}/evidence`)).body;
    const calm = (await must(people.revisor.post(`${of}/evidence/replay`), 200)).body;
    expect(calm).toEqual({
      agrees: true,
      differences: [],
      today: { verdict: 'needsJudgement', agrees: true, differences: [] },
    });
    const shares = await seededValues(medel, 'areaType12Share');
    const datasetId = await loadValues(medel, {
      measure: 'areaType12Share',
      year: 2022,
      values: { ...shares, '1280': 0.9 },
    });
    const after = (await must(people.revisor.post(`${of}/evidence/replay`), 200)).body;
    expect([after.agrees, after.differences]).toEqual([true, []]);
    expect([after.today.agrees, after.today.verdict]).toEqual([false, 'eligible']);
    expect(after.today.differences).toMatchObject([
      { code: RULE, then: { outcome: 'needsJudgement' }, now: { outcome: 'met' } },
    ]);
    expect(after.today.differences[0].fields).toEqual(
      expect.arrayContaining([
        { path: 'outcome', then: 'needsJudgement', now: 'met' },
        { path: 'data.thresholds[1].value', then: 0.286458, now: 0.9 },
        { path: 'data.thresholds[1].dataset.id', then: before.measures[0].dataset.id, now: datasetId },
        { path: 'data.thresholds[1].quality', then: 'proxy', now: 'official' },
      ]),
    );
    expect((await people.revisor.get(`${of}/evidence`)).body).toEqual(before);
    // The officer judged another question than the one that the new values put.
    expect(findingOf(await checksOf(people.handlaggare, of), RULE)).not.toHaveProperty('override');
  });
});

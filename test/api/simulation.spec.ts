import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ModuleRef } from '@nestjs/core';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { SYSTEM } from '#core/access';
import { CoreModule } from '#core/features';
import { ReferenceSeed } from '#core/reference';
import { Medel, type Any, type Answer } from '#testing';
import { everything, expectProblem, findingsOf } from './problem.js';
import { must, NOWHERE, Stage, YEAR } from './stage.js';

let medel: Medel;
let stage: Stage;
/** `exempel-2027`: either of two measures, of which one has no values. `annex`: a call whose rules ask for no measure. */
const calls = { one: '', two: '', annex: '' };

beforeAll(async () => {
  medel = await Medel.start();
  stage = await Stage.set(medel);
  calls.one = stage.call.id;
  const years = { years: [2027], budget: [], opensOn: '2027-01-01', closesOn: '2027-12-31' };
  const make = async (changes: object) =>
    (await must(stage.people.handlaggare.post('/calls', { body: stage.newCall(changes) }), 201)).body.id;
  calls.two = await make({ ...years, programmeCode: 'exempel-2027' });
  calls.annex = await make({ programmeCode: 'sfs-2018-151', step: null });
});
afterAll(async () => {
  await medel.expectCoherent();
  await medel.stop();
});

const simulate = (body?: unknown, call: keyof typeof calls = 'one'): Promise<Answer<Any>> =>
  stage.people.handlaggare.post(`/calls/${calls[call]}/simulate`, { body });
const allocate = (body: unknown, call: keyof typeof calls = 'one'): Promise<Answer<Any>> =>
  stage.people.handlaggare.post(`/calls/${calls[call]}/allocate`, { body });
const municipalities = (items: Any[]): string[] =>
  items
    .filter(({ organisation }) => organisation.kind === 'municipality')
    .map(({ organisation }) => organisation.code);
const of = (items: Any[], code: string): Any => items.find((item) => item.organisation.code === code);

/** The files as they lie, and the textbook's formulas on them: what a person with a spreadsheet would come to. */
const rowsOf = (file: string) =>
  readFileSync(`data/${file}`, 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));
const shares = new Map(
  rowsOf('area_type_12_share_proxy_2022.csv').map((row) => [row[0]!, Number(row[3])] as const),
);
const people = new Map(rowsOf('municipalities.csv').map((row) => [row[0]!, Number(row[4])] as const));
const mean = [...shares.values()].reduce((sum, share) => sum + share, 0) / shares.size;
const deviation = Math.sqrt(
  [...shares.values()].reduce((sum, share) => sum + (share - mean) ** 2, 0) / shares.size,
);
const reaching = (k: number) =>
  [...shares].flatMap(([code, share]) => (share >= mean + k * deviation ? [code] : [])).sort();

describe('a simulation', () => {
  it('says who is eligible today, as the rule does on the seeded values', async () => {
    const { body } = await must(simulate(), 200);
    expect(municipalities(body.eligible)).toEqual(reaching(1.5));
    expect(reaching(1.5)).toHaveLength(27);
    expect([body.enters, body.leaves, body.needsJudgement, body.distribution]).toEqual([[], [], [], null]);
    const everyone = [...body.eligible, ...body.notEligible];
    expect(municipalities(everyone)).toHaveLength(290);
    expect(body.today).toEqual(body.simulated);
    expect(body.today).toMatchObject({ combine: 'all', deviation: 'population', needsJudgement: 0 });
    expect(body.today.eligible).toBe(body.eligible.length);
    const listed = await stage.people.handlaggare.get('/organisations?eligibleFor=exempel-2025&limit=200');
    expect(body.eligible.map((item: Any) => item.organisation.id).sort()).toEqual(
      listed.body.items.map(({ id }: Any) => id).sort(),
    );
  });

  it('shows the evidence of a municipality, worked out by hand', async () => {
    const { body } = await must(simulate({ threshold: 1.3 }), 200);
    const [threshold] = body.simulated.thresholds;
    expect(threshold).toMatchObject({ measure: 'areaType12Share', n: 290, year: 2022, quality: 'proxy' });
    expect(threshold.dataset.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(threshold.mean).toBeCloseTo(0.106931362069, 12);
    expect(threshold.standardDeviation).toBeCloseTo(0.130799239438, 12);
    expect(threshold.threshold).toBeCloseTo(0.276970373338, 12);
    // Malmö: 0.286458 stands 1.3725 deviations above the mean.
    expect(of(body.enters, '1280')).toMatchObject({
      organisation: { name: 'Malmö', kind: 'municipality' },
      population: 368_135,
      before: 'notEligible',
      verdict: 'eligible',
      change: 'enters',
      measures: [{ measure: 'areaType12Share', standardDeviations: 1.3, value: 0.286458, outcome: 'met' }],
      through: [],
    });
    expect(of(body.enters, '1280').measures[0].z).toBeCloseTo(1.372535793805, 12);
    expect(of(body.enters, '1280').findings).toContainEqual({
      code: 'measureThreshold',
      outcome: 'met',
      citation: { sfs: 'exempel', section: '2 §', wordingFrom: '2025-01-01' },
      reason: null,
    });
  });

  it.each([1.3, 1, 0])('lets those in who stand between %d and 1.5 deviations', async (threshold) => {
    const { body } = await must(simulate({ threshold }), 200);
    const wanted = reaching(threshold).filter((code) => !reaching(1.5).includes(code));
    expect(municipalities(body.enters)).toEqual(wanted);
    expect(body.leaves).toEqual([]);
    expect(body.simulated.eligible - body.today.eligible).toBe(body.enters.length);
  });

  it.each([2, 3, 100])('shuts those out who stand between 1.5 and %d deviations', async (threshold) => {
    const { body } = await must(simulate({ threshold }), 200);
    expect(municipalities(body.leaves)).toEqual(
      reaching(1.5).filter((code) => !reaching(threshold).includes(code)),
    );
    expect(body.enters).toEqual([]);
    for (const item of body.leaves) expect([item.before, item.verdict]).toEqual(['eligible', 'notEligible']);
  });

  it('takes a region through the municipalities that make it so', async () => {
    const { body } = await must(simulate({ threshold: 3 }), 200);
    const skane = of(body.eligible, '12');
    expect(skane.measures).toMatchObject([{ value: null, outcome: 'met' }]);
    expect(skane.through.map(({ code }: Any) => code)).toEqual(
      reaching(3).filter((code) => code.startsWith('12')),
    );
    expect(skane.through[0].measures[0]).toMatchObject({ outcome: 'met', standardDeviations: 3 });
  });

  it('counts a sample by n − 1', async () => {
    const { body } = await must(simulate({ deviation: 'sample' }), 200);
    expect(body.simulated.thresholds[0].standardDeviation).toBeCloseTo(deviation * Math.sqrt(290 / 289), 12);
  });

  it('says who needs judgement for a missing value, and how many', async () => {
    const kinds = ['municipality'];
    const any = (await must(simulate({ kinds }, 'two'), 200)).body;
    expect(municipalities(any.eligible)).toEqual(reaching(1.5));
    expect(any.needsJudgement).toHaveLength(263);
    expect(any.simulated.reasons).toEqual([
      { code: 'measureThreshold', measure: 'inequalityIndex', reason: 'noDataset', recipients: 263 },
    ]);
    expect(of(any.needsJudgement, '1280').measures).toMatchObject([
      { measure: 'inequalityIndex', value: null, outcome: 'needsJudgement', reason: 'noDataset' },
      { measure: 'areaType12Share', value: 0.286458, outcome: 'notMet', reason: null },
    ]);
    const all = (await must(simulate({ kinds, combine: 'all' }, 'two'), 200)).body;
    expect([all.eligible, all.needsJudgement.length, all.notEligible.length]).toEqual([[], 27, 263]);
    expect(municipalities(all.leaves)).toEqual(reaching(1.5));
    expect(all.leaves[0].verdict).toBe('needsJudgement');
  });

  it('puts other measures in the place of the rule’s own', async () => {
    const thresholds = [{ measure: 'areaType12Share', standardDeviations: 1 }];
    const { body } = await must(simulate({ thresholds, kinds: ['municipality'] }, 'two'), 200);
    expect(municipalities(body.eligible)).toEqual(reaching(1));
    expect(body.needsJudgement).toEqual([]);
    expect(body.today.thresholds).toHaveLength(2);
  });

  it('of a year or a day without values lets nobody in', async () => {
    for (const body of [{ measureYear: 2010 }, { asOf: '2020-01-01' }]) {
      const { simulated, leaves } = (await must(simulate(body), 200)).body;
      expect([simulated.eligible, simulated.thresholds[0].dataset]).toEqual([0, null]);
      expect(simulated.reasons[0]).toMatchObject({ reason: 'noDataset' });
      expect(municipalities(leaves)).toEqual(reaching(1.5));
    }
    const { body } = await must(simulate({ measureYear: 2022 }), 200);
    expect(body.simulated).toEqual(body.today);
  });

  it('of a call whose rules ask for no measure says what they say', async () => {
    const { body } = await must(simulate({}, 'annex'), 200);
    expect(municipalities(body.eligible)).toHaveLength(32);
    expect(body.today).toMatchObject({ combine: null, thresholds: [] });
  });

  it('tells what it costs, and what each gains and loses', async () => {
    const cost = { total: 100_000_000, year: YEAR, key: { measure: 'areaType12Share' } };
    const { body } = await must(simulate({ threshold: 1.3, ...cost }), 200);
    const { distribution } = body;
    expect(distribution).toMatchObject({
      ...cost,
      values: { measure: 'areaType12Share', year: 2022, quality: 'proxy' },
      before: { recipients: 27, total: 100_000_000, findings: [] },
      after: { recipients: reaching(1.3).length, total: 100_000_000, findings: [] },
    });
    const amounts = (await must(allocate(cost), 200)).body.items;
    const sum = (items: Any[], name: string) => items.reduce((all, item) => all + item[name], 0);
    for (const item of body.eligible) {
      expect(item.amountBefore).toBe(of(amounts, item.organisation.code)?.amount ?? 0);
      expect(item.difference).toBe(item.amount - item.amountBefore);
    }
    expect([sum(body.eligible, 'amount'), sum(body.eligible, 'difference')]).toEqual([100_000_000, 0]);
    // Today's kronor for a unit of weight, given to all who would be eligible: each rounded down.
    const weight = (codes: string[]) =>
      codes.reduce((all, code) => all + shares.get(code)! * people.get(code)!, 0);
    const price = 100_000_000 / weight(reaching(1.5));
    expect(Math.abs(distribution.totalAtTodaysRate - price * weight(reaching(1.3)))).toBeLessThan(40);
    // Those without a value of their own, the regions, get none, and are named.
    expect(distribution.after.leftOut).toContainEqual({
      organisation: of(body.eligible, '12').organisation,
      reason: 'noValue',
    });
  });

  it('that cannot be paid for says why beside the answer', async () => {
    const key = { measure: 'areaType12Share', floor: 4_000_000 };
    const { body } = await must(simulate({ threshold: 1, total: 110_000_000, year: YEAR, key }), 200);
    expect(body.distribution.before.findings).toEqual([]);
    expect(body.distribution.after).toMatchObject({
      recipients: 0,
      findings: [{ code: 'allocationFloorTooHigh', data: { recipients: 45, least: 180_000_000 } }],
    });
  });

  it('writes nothing', async () => {
    const before = await everything(medel);
    await must(simulate({ threshold: 1, total: 1, year: YEAR, key: { measure: 'areaType12Share' } }), 200);
    await must(allocate({ total: 1, year: YEAR, key: { measure: 'areaType12Share' } }), 200);
    expect(await everything(medel)).toEqual(before);
  });
});

describe('an allocation', () => {
  const key = { measure: 'areaType12Share' };
  const sum = (items: Any[]) => items.reduce((all: bigint, { amount }: Any) => all + BigInt(amount), 0n);

  it('is share × inhabitants, exact to the krona', async () => {
    const total = 100_000_007;
    const { body } = await must(allocate({ total, year: 2027, key }), 200);
    expect(body.items.map(({ organisation }: Any) => organisation.code)).toEqual(reaching(1.5));
    expect([body.total, sum(body.items)]).toEqual([total, BigInt(total)]);
    expect(body.values).toMatchObject({ year: 2022, quality: 'proxy' });
    // Six decimals and whole people: weights as integers, and the method's two steps on them.
    const weights = reaching(1.5).map((code) => ({
      code,
      weight: BigInt(Math.round(shares.get(code)! * 1e6)) * BigInt(people.get(code)!),
    }));
    const all = weights.reduce((s, { weight }) => s + weight, 0n);
    const parts = weights.map(({ code, weight }) => ({
      code,
      amount: (BigInt(total) * weight) / all,
      rest: (BigInt(total) * weight) % all,
    }));
    const left = Number(BigInt(total) - parts.reduce((s, { amount }) => s + amount, 0n));
    const first = parts.toSorted((a, b) => (a.rest > b.rest ? -1 : 1)).slice(0, left);
    for (const { code, amount } of parts) {
      const extra = first.some((part) => part.code === code) ? 1n : 0n;
      expect([code, of(body.items, code).amount]).toEqual([code, Number(amount + extra)]);
    }
    expect(of(body.items, '1273')).toMatchObject({
      value: 0.333333,
      population: 12_876,
      weight: 4291.995708,
    });
  });

  it('keeps to floor and cap', async () => {
    const bounds = { floor: 1_500_000, cap: 6_000_000 };
    const { body } = await must(allocate({ total: 90_000_001, year: 2022, key: { ...key, ...bounds } }), 200);
    const amounts = body.items.map(({ amount }: Any) => amount);
    expect(sum(body.items)).toBe(90_000_001n);
    expect([Math.min(...amounts), Math.max(...amounts)]).toEqual([1_500_000, 6_000_000]);
    const ranked = body.items.toSorted((a: Any, b: Any) => a.weight - b.weight);
    ranked
      .slice(1)
      .forEach((item: Any, i: number) => expect(item.amount).toBeGreaterThanOrEqual(ranked[i].amount));
  });

  it.each([0, 1, 1_000_000_000_000])('shares %d kronor', async (total) => {
    const { body } = await must(allocate({ total, year: 2027, key }), 200);
    expect(sum(body.items)).toBe(BigInt(total));
    expect(body.items).toHaveLength(27);
  });

  it('goes to whom it is told to', async () => {
    const ask = (among: string) => allocate({ total: 1_000_000, year: 2027, key, among }, 'two');
    const [eligible, open, all] = [await ask('eligible'), await ask('notExcluded'), await ask('all')];
    expect(municipalities(eligible.body.items)).toEqual(reaching(1.5));
    expect(municipalities(open.body.items)).toEqual([...shares.keys()].sort());
    expect(all.body.items).toEqual(open.body.items);
    expect(open.body.leftOut.map(({ reason }: Any) => reason)).toContain('noValue');
    for (const { body } of [eligible, open, all]) expect(sum(body.items)).toBe(1_000_000n);
    // Who has no area of type 1 or 2 weighs nothing, and gets the floor alone.
    const floored = await allocate({
      total: 29_000_000,
      year: 2027,
      key: { ...key, floor: 50_000 },
      among: 'all',
    });
    expect(of(floored.body.items, '0114')).toMatchObject({ weight: 0, amount: 50_000 });
  });

  it.each<[string, object, string, object, string]>([
    [
      'a floor too high',
      { total: 26_999_999, key: { ...key, floor: 1_000_000 } },
      'allocationFloorTooHigh',
      { floor: 1_000_000, recipients: 27, least: 27_000_000, total: 26_999_999 },
      'Det minsta beloppet, 1 000 000 kr till var och en, kräver 27 000 000 kr. Summan att fördela är 26 999 999 kr.',
    ],
    [
      'a cap too low',
      { total: 27_000_001, key: { ...key, cap: 1_000_000 } },
      'allocationCapTooLow',
      { cap: 1_000_000, recipients: 27, most: 27_000_000, total: 27_000_001 },
      'Med högst 1 000 000 kr till var och en går bara 27 000 000 kr att fördela. Summan att fördela är 27 000 001 kr.',
    ],
    [
      'a cap below the floor',
      { total: 10_000_000, key: { ...key, cap: 1, floor: 2 } },
      'allocationCapBelowFloor',
      { floor: 2, cap: 1 },
      'Det största beloppet, 1 kr, får inte vara mindre än det minsta, 2 kr.',
    ],
    [
      'a year before there are values',
      { total: 1, key, year: 2021 },
      'allocationNoValues',
      { measure: 'areaType12Share', year: 2021 },
      'Det går inte att fördela efter andel i områdestyp 1 och 2, eftersom måttet saknar värden för 2021 och tidigare.',
    ],
    [
      'a measure without values',
      { total: 1, key: { measure: 'inequalityIndex' } },
      'allocationNoValues',
      { measure: 'inequalityIndex' },
      'Det går inte att fördela efter ojämlikhetsindex, eftersom måttet saknar värden för 2027 och tidigare.',
    ],
    [
      'nobody that is eligible',
      { total: 5, key, asOf: '2020-01-01' },
      'allocationNobody',
      { total: 5 },
      'Ingen mottagare uppfyller alla villkor, så 5 kr går inte att fördela.',
    ],
  ])('refuses %s with the numbers', async (_, asked, code, data, detail) => {
    const answer = await allocate({ year: 2027, ...asked });
    expect([answer.status, answer.body.code]).toEqual([422, 'rulesNotMet']);
    expect(answer.body.findings).toMatchObject([{ code, outcome: 'notMet', citation: null, data }]);
    expect(answer.body.findings[0].detail.replaceAll('\u00a0', ' ')).toContain(detail);
  });

  it('takes the very sums that just suffice', async () => {
    for (const bound of ['floor', 'cap']) {
      const asked = { total: 27_000_000, year: 2027, key: { ...key, [bound]: 1_000_000 } };
      const { body } = await must(allocate(asked), 200);
      expect(new Set(body.items.map(({ amount }: Any) => amount))).toEqual(new Set([1_000_000]));
    }
  });
});

describe('whoever may not plan', () => {
  it.each(['sokande.1275', 'firmatecknare.1275', 'ekonomi'] as const)('%s is refused', async (name) => {
    for (const action of ['simulate', 'allocate'])
      expectProblem(
        await stage.people[name].post(`/calls/${calls.one}/${action}`, { body: {} }),
        403,
        'forbidden',
      );
  });

  it('sees no call that is not there', async () => {
    const body = { total: 1, year: 2027, key: { measure: 'areaType12Share' } };
    for (const action of ['simulate', 'allocate'])
      expectProblem(
        await stage.people.revisor.post(`/calls/${NOWHERE}/${action}`, {
          body: action === 'simulate' ? {} : body,
        }),
        404,
        'notFound',
      );
  });
});

describe('bad input', () => {
  const key = { measure: 'areaType12Share' };
  it.each<[string, 'simulate' | 'allocate', unknown, string]>([
    [
      'everything of the wrong kind',
      'simulate',
      {
        threshold: '1',
        thresholds: [{ measure: 5, standardDeviations: 1000 }],
        combine: 'some',
        deviation: 1,
        measureYear: 1899,
        asOf: '2026-02-30',
        datasetId: 'x',
        kinds: ['kommun'],
        total: 0.5,
        year: '2027',
        key: 'areaType12Share',
        more: 1,
      },
      `asOf notDate, combine notOneOf, datasetId notId, deviation notOneOf, key notObject, kinds notOneOf, measureYear notYear,
       more unknownField, threshold notNumber, thresholds[0].measure notText, thresholds[0].standardDeviations notNumber,
       total notAmount, year notYear`,
    ],
    [
      'everything that is not there',
      'simulate',
      {
        threshold: 1,
        thresholds: [
          { measure: 'unknown', standardDeviations: 1 },
          { measure: 'unknown', standardDeviations: 2 },
        ],
        asOf: '2100-01-01',
        datasetId: NOWHERE,
        total: 5,
      },
      `asOf dateInTheFuture, datasetId unknownDataset, key required, threshold thresholdTwice, thresholds[0].measure unknownMeasure,
       thresholds[1].measure duplicate, thresholds[1].measure unknownMeasure, year required`,
    ],
    ['no thresholds at all', 'simulate', { thresholds: [] }, 'thresholds tooFew'],
    ['a list', 'simulate', [], 'body notObject'],
    ['nothing', 'allocate', {}, 'key required, total required, year required'],
    [
      'amounts that are none',
      'allocate',
      { total: -1, year: 2027, key: { ...key, floor: 1.5, cap: 1_000_000_000_001 } },
      'key.cap notAmount, key.floor notAmount, total notAmount',
    ],
    [
      'what is not there',
      'allocate',
      { total: 1, year: 2027, key: { measure: '__proto__' }, asOf: '2100-01-01' },
      'asOf dateInTheFuture, key.measure unknownMeasure',
    ],
    ['a key of null', 'allocate', { total: 1, year: 2027, key: null }, 'key notObject'],
    ['somebody else', 'allocate', { total: 1, year: 2027, key, among: 'us' }, 'among notOneOf'],
  ])('is told of %s, all at once', async (_, action, body, expected) => {
    const answer = await stage.people.handlaggare.post(`/calls/${calls.one}/${action}`, { body });
    expectProblem(answer, 400, 'invalid');
    expect(findingsOf(answer)).toEqual(expected.split(/,\s+/).sort());
    for (const { detail, code } of answer.body.findings) expect(detail).not.toBe(code);
  });

  it('is told that a rule without measures has none to move', async () => {
    const answer = await simulate({ threshold: 1, combine: 'any' }, 'annex');
    expectProblem(answer, 400, 'invalid');
    expect(findingsOf(answer)).toEqual(['combine noMeasureRule', 'threshold noMeasureRule']);
  });
});

/** Last, as what is loaded here answers from then on. */
describe('another vintage', () => {
  const key = { measure: 'areaType12Share' };
  let first: string;

  beforeAll(async () => {
    first = (await simulate()).body.today.thresholds[0].dataset.id;
    await load({ '1280': '0.9', '1275': '0', '0114': '-0.25' });
  });

  /** The shares as they were, but for some: as a corrected file that was read in. */
  async function load(changes: Record<string, string>): Promise<void> {
    const all = {
      ...Object.fromEntries([...shares].map(([code, share]) => [code, String(share)])),
      ...changes,
    };
    const rows = Object.entries(all).map(([code, share]) => ({
      municipality_code: code,
      share_proxy: share,
    }));
    const seed = await medel.api.select(CoreModule).get(ModuleRef, { strict: true }).create(ReferenceSeed);
    const sha256 = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
    await seed.addShares(SYSTEM, { fileName: 'corrected.csv', sha256, rows });
  }

  it('answers from then on, and the one before can still be simulated by', async () => {
    const { body } = await must(simulate({ datasetId: first }), 200);
    expect(body.today.thresholds[0].dataset.id).not.toBe(first);
    expect(body.simulated.thresholds[0].dataset.id).toBe(first);
    expect(municipalities(body.eligible)).toEqual(reaching(1.5));
    expect([municipalities(body.leaves), municipalities(body.enters)]).toEqual([['1280'], ['1275']]);
    expect(of(body.leaves, '1280').measures[0]).toMatchObject({ value: 0.286458, outcome: 'notMet' });
  });

  it('is not distributed by where a value is below zero', async () => {
    const answer = await allocate({ total: 5, year: 2027, key, among: 'all' });
    expectProblem(answer, 422, 'rulesNotMet');
    expect(answer.body.findings).toMatchObject([
      { code: 'allocationWeightInvalid', data: { codes: ['0114'] } },
    ]);
  });
});

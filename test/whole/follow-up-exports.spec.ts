import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { exportKinds } from '#core/exports';
import { findNearestMunicipalities, type SizeClass } from '#domain/measures/comparison';
import { computeDistribution } from '#domain/measures/standard-score';
import { addDays } from '#domain/shared/local-date';
import { SYSTEM } from '#core/access';
import { EvaluationFigure, MeasureRegister } from '#core/measures';
import { parseCsv } from '#platform/csv';
import { Medel, type Any } from '#testing';
import { FOLLOW_UP_KINDS, FollowedUp, HOSTILE } from '../api/followed-up.js';
import { loadValues } from '../api/load-values.js';
import { exportRows, orderExport } from '../api/ordered-exports.js';
import { YEAR } from '../api/stage.js';

const TODAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());
const filtersOf = (kind: string) => exportKinds.find((each) => each.kind === kind)!.filters;

/** Follow-up reports, held against sums that are asked of the tables in another way. */
describe('follow-up reports', () => {
  let medel: Medel;
  let world: FollowedUp;
  let emptyCall: string | undefined;

  const rows = (kind: string, order: { filters?: object; asOf?: string } = {}) =>
    exportRows(world.stage.people.revisor, kind, order);
  const ask = async (query: string): Promise<Any[]> => (await medel.owner.query(query)).rows;
  /** What there is, and nothing of the world is of: another is refused. */
  const nothing = async (): Promise<Any> => {
    const [organisation] = await ask(`SELECT id FROM organisations WHERE code = '2584'`);
    emptyCall ??= (await world.stage.openCall({ title: 'Demo: utan ansökningar' })).id;
    return {
      ...{ year: 2099, organisationId: organisation.id, callId: emptyCall },
      ...{ programmeCode: 'sfs-2018-119', status: 'completionRequested', measure: 'gini' },
    };
  };
  const total = (items: Any[], name: string) => items.reduce((sum, row) => sum + row[name], 0);

  beforeAll(async () => {
    medel = await Medel.start({ worker: true });
    world = await FollowedUp.make(medel);
  });
  afterAll(async () => {
    await medel.expectCoherent();
    await medel.stop();
  });

  it('summary has what was asked for, decided, paid and returned of each year', async () => {
    const { items, sums } = await rows('summary');
    const asked = await ask(`SELECT (r->>'year')::integer AS year, count(*)::integer AS applications,
        count(DISTINCT organisation_id)::integer AS applicants, sum((r->>'amount')::bigint)::float AS requested
      FROM applications, jsonb_array_elements(content->'requested') r WHERE submitted_at IS NOT NULL GROUP BY 1 ORDER BY 1`);
    expect(items).toMatchObject(asked);
    const decided =
      await ask(`SELECT y.year, count(DISTINCT application_id)::integer AS "grantedApplications",
        count(DISTINCT y.organisation_id)::integer AS recipients, sum(y.amount)::float AS granted,
        coalesce(sum(y.amount) FILTER (WHERE y.status = 'firm'), 0)::float AS firm,
        coalesce(sum(y.amount) FILTER (WHERE y.status = 'conditional'), 0)::float AS conditional
      FROM decision_years y JOIN decisions d ON d.id = y.decision_id WHERE d.status = 'approved' AND y.amount > 0 GROUP BY 1 ORDER BY 1`);
    expect(items).toMatchObject(decided);
    const ledger = await ask(`SELECT year, sum(amount)::float AS paid,
        coalesce(sum(amount) FILTER (WHERE account = 'returned'), 0)::float AS returned
      FROM ledger_entries WHERE account IN ('paid', 'returned') GROUP BY 1 ORDER BY 1`);
    expect(ledger).toEqual([{ year: YEAR, paid: 1_600_000, returned: 70_001 }]);
    expect(items[0]).toMatchObject(ledger[0]);
    // Some of it by a decision that was amended later.
    expect((await rows('grants-by-year')).sums.paid).toBe(1_600_000);
    expect(items.map((row) => row.refusedApplications)).toEqual([1, 2]);
    expect(sums).toEqual(Object.fromEntries(Object.keys(sums).map((name) => [name, total(items, name)])));
  });

  it('granted and refused has every way that an application of a call can go', async () => {
    const { items, sums } = await rows('granted-and-refused');
    const once = { dismissed: 1, discontinued: 1, withdrawn: 1, revoked: 1, pending: 1 };
    const others = Object.fromEntries(Object.entries(once).map(([name, n]) => [`${name}Applications`, n]));
    expect(items).toMatchObject([
      {
        ...others,
        ...{
          year: YEAR,
          call: 'Demo: prov',
          applications: 9,
          grantedApplications: 3,
          refusedApplications: 1,
        },
        ...{ approvalRate: 0.75, requestedByGranted: 2_700_000, requestedByRefused: 900_000 },
        ...{ granted: 2_400_000, grantedShare: 0.6667 },
      },
      {
        ...others,
        ...{
          year: YEAR + 1,
          applications: 9,
          grantedApplications: 2,
          refusedApplications: 2,
          approvalRate: 0.5,
        },
        ...{
          requestedByGranted: 1_800_000,
          requestedByRefused: 1_800_000,
          granted: 1_600_000,
          grantedShare: 0.4444,
        },
      },
    ]);
    expect(sums.requested).toBe(2 * 9 * 900_000);
  });

  it.each([
    ['grants-by-county', 'county', 'county_name'],
    ['grants-by-municipality-group', 'municipalityGroup', 'municipality_group'],
    ['grants-by-size-class', 'sizeClass', 'size_class'],
  ])('%s has each krona once, beside everyone who lives there', async (kind, key, column) => {
    const { items, sums } = await rows(kind);
    const { granted, paid, requested } = (await rows('summary')).sums;
    expect(sums).toMatchObject({ granted, paid, requested });
    const places = parseCsv(readFileSync('data/municipalities.csv', 'utf8'));
    const granting = await ask(`SELECT o.code, y.year, sum(y.amount)::float AS granted FROM decision_years y
      JOIN decisions d ON d.id = y.decision_id JOIN organisations o ON o.id = d.organisation_id
      WHERE d.status = 'approved' GROUP BY 1, 2`);
    expect(granting.length).toBe(4);
    for (const row of items) {
      const members = places.filter((place) => place[column] === row[key]);
      const inhabitants = members.reduce((sum, place) => sum + Number(place['population']), 0);
      const here = granting.filter(
        ({ code, year }) => year === row.year && members.some((m) => m['code'] === code),
      );
      expect(row).toMatchObject({
        organisationKind: 'municipality',
        organisations: members.length,
        population: inhabitants,
        populationYear: 2025,
        populationSource: expect.stringContaining('SCB'),
        granted: total(here, 'granted'),
        grantedPerInhabitant: Math.round((total(here, 'granted') / inhabitants) * 100) / 100,
      });
    }
  });

  it('grants by recipient tells what each was granted for every inhabitant', async () => {
    const { items, sums } = await rows('grants-by-recipient');
    const { granted, paid, requested, returned } = (await rows('summary')).sums;
    expect(sums).toMatchObject({ granted, paid, requested, returned });
    const known =
      await ask(`SELECT o.code AS "organisationCode", o.county, o.population, y.year, sum(y.amount)::float AS granted,
        round(sum(y.amount) / o.population, 2)::float AS "grantedPerInhabitant"
      FROM decision_years y JOIN decisions d ON d.id = y.decision_id AND d.status = 'approved'
      JOIN organisations o ON o.id = d.organisation_id GROUP BY o.id, y.year ORDER BY y.year, o.code`);
    expect(items).toMatchObject(known);
  });

  it.each([
    ['grants-by-priority-area', 'priorityArea', { democracy: 533_333 + 1_600_000, health: 266_667 }],
    [
      'grants-by-target-group',
      'targetGroup',
      { children: 133_333, parents: 88_889, residents: 88_889 + 800_000, youth: 488_889 + 800_000 },
    ],
  ])('%s shares a grant between what it is for, to the krona', async (kind, key, expected) => {
    const { items, sums } = await rows(kind);
    const { granted } = (await rows('summary')).sums;
    // What overlaps is no sum to be told.
    expect(sums).toEqual({ granted });
    expect(total(items, 'grantedInFull')).toBeGreaterThan(granted);
    const first = items.filter(({ year }) => year === YEAR);
    expect(Object.fromEntries(first.map((row) => [row[key], row.granted]))).toEqual(expected);
    expect(first.at(-1)).toMatchObject(
      key === 'targetGroup'
        ? {
            applications: 9,
            grantedApplications: 3,
            recipients: 2,
            grantedActivities: 5,
            grantedInFull: 2_400_000,
          }
        : {
            applications: 1,
            grantedApplications: 1,
            recipients: 1,
            grantedActivities: 1,
            grantedInFull: 800_000,
          },
    );
  });

  it('the share of co-financing is of what was planned, and of what was settled', async () => {
    const { items, sums } = await rows('co-financing-share');
    expect(items).toMatchObject([
      {
        ...{ year: YEAR, grantedApplications: 3, costs: 3_000_000, granted: 2_400_000, grantShare: 0.8 },
        ...{ own: 300_000, otherRecipient: 0, private: 0, otherStateGrant: 0, coFinancingShare: 0.1 },
        ...{ settledApplications: 1, settledCosts: 900_000, settledCoFinancing: 90_000, used: 800_000 },
        ...{ settledCoFinancingShare: 0.1 },
      },
      { year: YEAR + 1, grantedApplications: 2, settledCosts: 0, settledCoFinancingShare: null },
    ]);
    const [settled] = await ask(
      `SELECT sum(costs)::float AS "settledCosts", sum(used)::float AS used FROM settlements`,
    );
    expect(sums).toMatchObject(settled);
    const granted = (await rows('grants-by-year')).items.filter((row) => row.granted > 0);
    const plans = (await rows('co-financing')).items.filter((row) =>
      granted.some(({ registryNumber, year }) => registryNumber === row.registryNumber && year === row.year),
    );
    expect(sums.own).toBe(total(plans, 'planned'));
  });

  it('results are what reports tell of each activity and goal, in the order of the application', async () => {
    const { items } = await rows('results', { filters: { status: 'submitted' } });
    const goal = { indicator: 'Besök per vecka', baseline: 100, target: 250, targetYear: YEAR + 1 };
    const activity = { kind: 'interim', year: YEAR, status: 'submitted', activityStatus: 'completed' };
    expect(items).toMatchObject([
      {
        ...{
          ...activity,
          ...goal,
          activityNumber: 1,
          targetGroups: 'youth residents parents',
          areaCodes: '1275R001',
        },
        ...{ reach: 120, goalOutcome: 249.5, goalReached: 'no' },
      },
      {
        ...{
          ...activity,
          ...goal,
          activityNumber: 2,
          activity: HOSTILE,
          result: HOSTILE,
          priorityArea: 'health',
        },
        ...{ areaCodes: '1275R001 1275R002 X', reach: 7, goalOutcome: 250, goalReached: 'yes' },
      },
      {
        ...{
          activityNumber: 3,
          areaCodes: null,
          activityStatus: 'ongoing',
          reach: null,
          baseline: 90,
          target: 40,
        },
        ...{ goalOutcome: 40, goalReached: 'yes' },
      },
      // Told without having been planned.
      { activityNumber: null, indicator: `@${HOSTILE}`, baseline: null, goalOutcome: 5, goalReached: null },
    ]);
    const { items: approved } = await rows('results', { filters: { status: 'approved' } });
    expect(approved).toMatchObject([{ organisationCode: '1782', goalOutcome: 240, goalReached: 'no' }]);
  });

  it('results by area count an activity in each of its areas', async () => {
    const { items } = await rows('results-by-area');
    const perstorp = { year: YEAR, municipalityCode: '1275', municipality: 'Perstorp', areaTypeYear: 2022 };
    const once = { recipients: 1, activities: 1, completedActivities: 1, goals: 1, answeredGoals: 1 };
    const rest = { municipalityCode: null, area: null, areaType: null };
    expect(items).toMatchObject([
      { ...perstorp, ...once, areaCode: '1275R001', priorityArea: 'democracy', reach: 120, reachedGoals: 0 },
      { ...perstorp, ...once, areaCode: '1275R001', priorityArea: 'health', reach: 7, reachedGoals: 1 },
      { ...perstorp, ...once, areaCode: '1275R002', priorityArea: 'health', reach: 7, reachedGoals: 1 },
      { ...rest, ...once, areaCode: 'X', priorityArea: 'health', reach: 7, reachedGoals: 1 },
      {
        ...rest,
        ...{
          areaCode: null,
          priorityArea: 'democracy',
          recipients: 2,
          activities: 2,
          completedActivities: 1,
        },
        ...{ reach: 120, goals: 2, answeredGoals: 2, reachedGoals: 1 },
      },
    ]);
    const [area] = await ask(
      `SELECT name AS area, area_type AS "areaType" FROM areas WHERE code = '1275R001'`,
    );
    expect(items[0]).toMatchObject(area);
  });

  it('the trend of a measure is that of the granted, beside the nearest who were not', async () => {
    const places = parseCsv(readFileSync('data/municipalities.csv', 'utf8')).map((place, index) => ({
      code: place['code']!,
      sizeClass: place['size_class'] as SizeClass,
      municipalityGroup: place['municipality_group']!,
      // Invented, with gaps.
      value: index % 11 === 0 ? null : (index * 37) % 101,
    }));
    const valuesOf = (add: number) =>
      Object.fromEntries(
        places.map(({ code, value }) => [code, value === null ? null : value + add * (value % 7)]),
      );
    const series = [2019, 2020, 2021].map((year, add) => ({
      measure: 'inequalityIndex',
      year,
      values: valuesOf(add),
    }));
    await loadValues(medel, ...series);
    const granted = ['1275', '1782'];
    const others = places.filter(({ code }) => !granted.includes(code));
    const known = places.flatMap(({ value }) => (value === null ? [] : [value]));
    const scale = computeDistribution(known, 'population');
    const nearest = granted.flatMap((code) =>
      findNearestMunicipalities(
        places.find((each) => each.code === code)!,
        others,
        scale,
        7,
      ).map((near) => near.code),
    );
    const { items } = await rows('measure-trend', { filters: { measure: 'inequalityIndex' } });
    const expected = [
      ['granted', granted],
      ['comparable', [...new Set(nearest)]],
    ] as const;
    const points = expected.flatMap(([group, codes]) => {
      const means = series.map(({ values }) => {
        const own = codes.flatMap((code) => values[code] ?? []);
        return { n: own.length, mean: own.reduce((sum, value) => sum + value, 0) / own.length };
      });
      return means.map(({ n, mean }, index) => ({
        ...{ measure: 'inequalityIndex', group, year: 2019 + index, municipalities: codes.length, n },
        ...{ mean: expect.closeTo(mean, 9), index: expect.closeTo((100 * mean) / means[0]!.mean, 9) },
        ...{ quality: 'official', matchedYear: 2019, source: 'Påhittade värden för ett prov' },
      }));
    });
    expect(items).toMatchObject(points);
    expect(new Set(nearest).size).toBeGreaterThan(7);
  });

  it('figures of an evaluation agree with the cases that are there, as closely as they are printed', async () => {
    const sha256 = 'e'.repeat(64);
    const details = {
      kind: 'evaluationFigures',
      source: 'Påhittad',
      vintage: 'prov',
      licence: 'CC0',
      sha256,
    };
    const [fromYear, toYear] = [YEAR, YEAR + 1];
    const both = { fromYear, toYear };
    // Decided: 2.4 million to two recipients in the first year, 1.6 million in the second.
    const printed: [string, object, number, string | null, string][] = [
      ['grantedPerYear', { fromYear, toYear: fromYear }, 2_400_000, null, 'agrees'],
      ['grantedPerYear', { fromYear, toYear: fromYear }, 2_400_001, null, 'differs'],
      ['grantedPerYear', both, 2_000_000, null, 'agrees'],
      ['grantedPerYear', both, 1_980_000, 'about', 'differs'],
      ['grantedPerYear', both, 1_900_000, 'somewhat more than', 'differs'],
      ['grantedPerYear', both, 1_990_001, 'somewhat more than', 'differs'],
      ['meanGrantPerYear', both, 1_000_000, null, 'agrees'],
      ['meanGrantPerYear', both, 1_400_000, 'about', 'differs'],
      ['recipients', {}, 2, null, 'agrees'],
      ['municipalitiesGranted', both, 2, null, 'agrees'],
      ['regionsGranted', both, 1, null, 'noData'],
      ['smallestGrantPerYear', { placeCode: '1782' }, 800_000, null, 'agrees'],
      ['largestGrantPerYear', { placeCode: '1275' }, 1_000_000, 'about', 'agrees'],
      ['announcedAllocation', both, 2_000_000, null, 'agrees'],
      [
        'announcedAllocation',
        { ...both, programmeCode: 'sfs-2018-118', note: 'with exempel-2025' },
        2_000_000,
        null,
        'agrees',
      ],
      ['announcedAllocation', { ...both, programmeCode: 'sfs-2018-118' }, 2_000_000, null, 'noData'],
      ['ownShare', {}, 0.1, null, 'agrees'],
    ];
    const figures = printed.map(([figure, rest, value, approximately], index) => ({
      ...{ figure, value, approximately, number: index + 1, programmeCode: 'exempel-2025', section: 'prov' },
      ...rest,
    }));
    await medel.api
      .get(MeasureRegister)
      .record(SYSTEM, { ...details, fileName: 'prov.json' }, (datasetId) => ({
        figures: figures.map((figure) => Object.assign(new EvaluationFigure(), figure, { datasetId })),
      }));
    const { items } = await rows('evaluation-figures');
    expect(items.map(({ figure, printed: value, agreement }) => [figure, value, agreement])).toEqual(
      printed.map(([figure, , value, , agreement]) => [figure, value, agreement]),
    );
  });

  it.each(FOLLOW_UP_KINDS)('%s is guarded against formulas, and has the rows that it says', async (kind) => {
    const { file, made } = await orderExport(world.stage.people.revisor, { kind });
    const cells = parseCsv(file);
    expect(cells).toHaveLength(made.rowCount);
    const formulas = cells.flatMap((row) => Object.values(row)).filter((cell) => /^[=+\-@\t\r]/.test(cell));
    expect(formulas).toEqual([]);
    if (kind === 'results') expect(cells[1]!['activity']).toBe(`'${HOSTILE}`);
  });

  describe.each(FOLLOW_UP_KINDS)('%s', (kind) => {
    it('knows nothing of today yesterday', async () => {
      expect((await rows(kind, { asOf: addDays(TODAY, -1) })).items).toEqual([]);
      expect(await rows(kind, { asOf: TODAY })).toEqual(await rows(kind));
    });

    it.each(filtersOf(kind))('is empty, with sums of zero, where no %s matches', async (filter) => {
      const { items, sums } = await rows(kind, { filters: { [filter]: (await nothing())[filter] } });
      expect(items).toEqual([]);
      expect(Object.values(sums).every((sum) => sum === 0)).toBe(true);
    });
  });
});

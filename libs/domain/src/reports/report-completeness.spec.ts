import { describe, expect, it } from '@jest/globals';
import { checkReport, type ReportTerms } from './report-completeness.js';
import { EMPTY_REPORT, type ReportContent } from './report-content.js';

const terms: ReportTerms = {
  kind: 'interim',
  years: [2027],
  goals: [
    { indicator: 'Andel inskrivna', year: 2027 },
    { indicator: 'Andel behöriga', year: 2029 },
    { indicator: 'Trygghet', year: null },
  ],
  activityCount: 1,
};
const cost = { year: 2027, kind: 'personnel', amount: 1_000_000, note: '' } as const;
const content: ReportContent = {
  costs: [cost],
  coFinancing: [{ year: 2027, source: 'own', funder: 'Kommunen', amount: 100_000 }],
  activities: [{ status: 'ongoing', result: 'Öppet varje vardag.', reach: 40, areaCodes: [] }],
  goals: [{ indicator: 'Andel inskrivna', outcome: 44 }],
  deviations: 'Inga.',
  lessons: '',
};
const gaps = (change: Partial<ReportContent>, asked: Partial<ReportTerms> = {}) =>
  checkReport({ ...content, ...change }, { ...terms, ...asked }).map(({ code, path }) => [code, path]);

describe('checkReport', () => {
  it.each<[string, Partial<ReportContent>, [string, string][]]>([
    ['a whole interim report', {}, []],
    ['costs of nought', { costs: [{ ...cost, amount: 0 }] }, []],
    ['no costs', { costs: [] }, [['reportCostsMissing', 'costs']]],
    [
      'costs of another year',
      { costs: [{ ...cost, year: 2028 }] },
      [['outsideReportYears', 'costs[0].year']],
    ],
    [
      'co-financing of another year',
      { coFinancing: [{ ...content.coFinancing[0]!, year: 2026 }] },
      [['outsideReportYears', 'coFinancing[0].year']],
    ],
    ['half a krona', { costs: [{ ...cost, amount: 0.5 }] }, [['amountInvalid', 'costs[0].amount']]],
    ['no activity', { activities: [] }, [['activityUnanswered', 'activities[0]']]],
    [
      'an activity without words',
      { activities: [{ status: null, result: ' ', reach: null, areaCodes: [] }] },
      [
        ['activityUnanswered', 'activities[0].status'],
        ['activityUnanswered', 'activities[0].result'],
      ],
    ],
    [
      'no outcome',
      { goals: [{ indicator: 'Andel inskrivna', outcome: null }] },
      [['goalUnanswered', 'goals']],
    ],
    ['an outcome of nought', { goals: [{ indicator: 'Andel inskrivna', outcome: 0 }] }, []],
    ['no deviations told', { deviations: '' }, [['deviationsMissing', 'deviations']]],
  ])('%s', (_, change, expected) => expect(gaps(change)).toEqual(expected));

  it('asks all goals and the lessons of a final report', () => {
    expect(gaps({}, { kind: 'final' })).toEqual([
      ['goalUnanswered', 'goals'],
      ['goalUnanswered', 'goals'],
      ['lessonsMissing', 'lessons'],
    ]);
    const goals = terms.goals.map(({ indicator }) => ({ indicator, outcome: 1 }));
    expect(gaps({ goals, lessons: 'Börja tidigare.' }, { kind: 'final' })).toEqual([]);
  });

  it('names each goal that is unanswered', () => {
    const findings = checkReport(content, { ...terms, kind: 'final' });
    const named = findings.filter(({ code }) => code === 'goalUnanswered').map(({ data }) => data.indicator);
    expect(named).toEqual(['Andel behöriga', 'Trygghet']);
  });

  it('tells everything that an empty report lacks, at once', () =>
    expect(checkReport(EMPTY_REPORT, terms).map(({ path }) => path)).toEqual([
      'costs',
      'activities[0]',
      'goals',
      'deviations',
    ]));
});

import { describe, expect, it } from '@jest/globals';
import type { ReportStatus } from '../reports/report.lifecycle.js';
import { reasonToWithhold, reportHoldingBack, type JudgedCondition } from './withholding.js';

const report = (dueOn: string, status: ReportStatus) => ({ id: dueOn, dueOn, status });
const held = (...reports: ReturnType<typeof report>[]) =>
  reportHoldingBack(reports, { payOn: '2028-07-15' })?.id;

describe('reportHoldingBack', () => {
  it.each<ReportStatus>(['upcoming', 'open', 'submitted', 'completionRequested'])(
    'a report due before that is %s holds back',
    (status) => expect(held(report('2028-07-14', status))).toBe('2028-07-14'),
  );
  it('an approved report does not', () => expect(held(report('2028-02-15', 'approved'))).toBeUndefined());
  it('a report due on the day or later does not', () =>
    expect(held(report('2028-07-15', 'open'), report('2029-02-15', 'upcoming'))).toBeUndefined());
  it('names the first of several', () =>
    expect(
      held(report('2028-05-01', 'open'), report('2027-05-01', 'open'), report('2026-05-01', 'approved')),
    ).toBe('2027-05-01'));
  it('has nothing to wait for without reports', () => expect(held()).toBeUndefined());
});

describe('reasonToWithhold', () => {
  const word = (condition: number, outcome: 'met' | 'notMet'): JudgedCondition => ({
    condition,
    outcome,
    motive: `Demo ${condition}`,
  });
  const reason = (reports: ReturnType<typeof report>[], conditions: JudgedCondition[]) =>
    reasonToWithhold({ reports, conditions }, { payOn: '2028-07-15' });

  it('is none where nothing is judged and nothing is due', () => expect(reason([], [])).toBeNull());
  it('is none where all is met', () =>
    expect(reason([report('2028-01-01', 'approved')], [word(1, 'met')])).toBeNull());
  it('is the report before the condition', () =>
    expect(reason([report('2028-01-01', 'open')], [word(1, 'notMet')])).toEqual({
      kind: 'report',
      reportId: '2028-01-01',
      dueOn: '2028-01-01',
    }));
  it('is the first condition that is not met', () =>
    expect(reason([], [word(3, 'notMet'), word(2, 'notMet'), word(1, 'met')])).toEqual({
      kind: 'condition',
      condition: 2,
      motive: 'Demo 2',
    }));
});

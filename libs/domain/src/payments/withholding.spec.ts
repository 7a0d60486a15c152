import { describe, expect, it } from '@jest/globals';
import type { ReportStatus } from '../reports/report.lifecycle.js';
import { reportHoldingBack } from './withholding.js';

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

import { describe, expect, it } from '@jest/globals';
import type { ReportDuty } from '../decisions/proposal.js';
import { matchDuties } from './report-duties.js';
import type { ReportStatus } from './report.lifecycle.js';

const duty = (kind: 'interim' | 'final', year: number, dueOn = `${year + 1}-03-01`): ReportDuty => ({
  kind,
  year,
  dueOn,
});
const report = (status: ReportStatus, ...of: Parameters<typeof duty>) => ({
  ...duty(...of),
  id: `${of[0]} ${of[1]}`,
  status,
});
const match = (...asked: Parameters<typeof matchDuties>) => {
  const { kept, added, dropped } = matchDuties(...asked);
  return {
    kept: kept.map((each) => [each.report.id, each.duty.year, each.duty.dueOn]),
    added: added.map(({ kind, year }) => [kind, year]),
    dropped: dropped.map(({ id }) => id),
  };
};

describe('matchDuties', () => {
  it('lets reports go on where the same is asked for', () =>
    expect(
      match(
        [report('open', 'interim', 2027), report('upcoming', 'final', 2028)],
        [duty('interim', 2027), duty('final', 2028)],
      ),
    ).toEqual({
      kept: [
        ['interim 2027', 2027, '2028-03-01'],
        ['final 2028', 2028, '2029-03-01'],
      ],
      added: [],
      dropped: [],
    }));

  it('moves a day, and takes the nearest duty of the kind when the year is another', () =>
    expect(
      match(
        [report('open', 'interim', 2027), report('upcoming', 'final', 2028)],
        [duty('interim', 2027, '2028-06-01'), duty('final', 2029)],
      ).kept,
    ).toEqual([
      ['interim 2027', 2027, '2028-06-01'],
      ['final 2028', 2029, '2030-03-01'],
    ]));

  it('adds what nobody reports yet and drops what nobody asks for', () =>
    expect(match([report('open', 'interim', 2027)], [duty('final', 2027)])).toEqual({
      kept: [],
      added: [['final', 2027]],
      dropped: ['interim 2027'],
    }));

  it('leaves an approved report as it is: its duty is done', () =>
    expect(
      match(
        [report('approved', 'interim', 2027)],
        [duty('interim', 2027, '2028-06-01'), duty('final', 2028)],
      ),
    ).toEqual({ kept: [], added: [['final', 2028]], dropped: [] }));

  it.each<ReportStatus>(['submitted', 'completionRequested'])(
    'keeps a report that is %s, asked for or not',
    (status) =>
      expect(match([report(status, 'interim', 2027)], [])).toEqual({
        kept: [['interim 2027', 2027, '2028-03-01']],
        added: [],
        dropped: [],
      }),
  );

  it('never takes up a cancelled report', () =>
    expect(match([report('cancelled', 'final', 2027)], [duty('final', 2027)])).toEqual({
      kept: [],
      added: [['final', 2027]],
      dropped: [],
    }));
});

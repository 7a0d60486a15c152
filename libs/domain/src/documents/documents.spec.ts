import { describe, expect, it } from '@jest/globals';
import { letterKindOf } from './letter-kind.js';
import { appliedProvisions } from './provisions.js';

describe('letterKindOf', () => {
  const kind = (changes: object) =>
    letterKindOf({ outcome: 'approve', isAmendment: false, granted: 900, requested: 900, ...changes });

  it('tells a grant in part from one in full by the krona', () => {
    expect([kind({}), kind({ granted: 899 }), kind({ granted: 901 })]).toEqual([
      'approval',
      'partialApproval',
      'approval',
    ]);
  });

  it('names every outcome, and an amendment before its sums', () => {
    expect([
      kind({ outcome: 'reject' }),
      kind({ outcome: 'dismiss' }),
      kind({ outcome: 'discontinue' }),
      kind({ isAmendment: true, granted: 1 }),
    ]).toEqual(['rejection', 'dismissal', 'discontinuation', 'amendment']);
  });
});

describe('appliedProvisions', () => {
  const cited = (section: string, sfs = '2018:151', wordingFrom = '2021-02-01') => ({
    citation: { sfs, section, wordingFrom },
  });

  it('names each section once, by its number and not by its letters', () => {
    expect(appliedProvisions([cited('10 a §'), cited('7 §'), cited('10 §'), cited('7 §')])).toEqual([
      { sfs: '2018:151', wordingFrom: '2021-02-01', sections: ['7 §', '10 §', '10 a §'] },
    ]);
  });

  it('keeps ordinances and their wordings apart, and leaves out practice that no section states', () => {
    const findings = [
      { citation: null },
      cited('3 §', '2018:151'),
      cited('3 §', '2018:118'),
      cited('3 §', '2018:118', '2018-04-06'),
    ];
    expect(appliedProvisions(findings).map(({ sfs, wordingFrom }) => `${sfs} ${wordingFrom}`)).toEqual([
      '2018:118 2018-04-06',
      '2018:118 2021-02-01',
      '2018:151 2021-02-01',
    ]);
    expect(appliedProvisions([])).toEqual([]);
  });
});

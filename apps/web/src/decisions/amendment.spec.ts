import { describe, expect, it } from '@jest/globals';
import { amendmentOf, type AmendmentValues } from './amendment.js';

const before: AmendmentValues = {
  years: [
    { year: 2027, amount: 400 },
    { year: 2028, amount: 300 },
  ],
  reasons: '',
  requestedBy: 'recipient',
  conditions: 'One.\n\nTwo.',
  reportsDue: [{ kind: 'final', year: 2028, dueOn: '2029-02-28' }],
  instalments: [{ year: 2027, percent: 60 }],
  changesPlan: false,
  costs: [],
  coFinancing: [],
};

describe('an amendment as it is sent', () => {
  it('says only what is otherwise', () => {
    const after = { ...before, reasons: 'Less.', years: [before.years[0]!, { year: 2028, amount: 200 }] };
    expect(amendmentOf(before, after)).toEqual({
      years: [{ year: 2028, amount: 200 }],
      reasons: 'Less.',
      requestedBy: 'recipient',
    });
  });

  it('takes away a year that is no longer in the list, by zero kronor', () => {
    expect(amendmentOf(before, { ...before, years: [before.years[0]!] }).years).toEqual([
      { year: 2028, amount: 0 },
    ]);
  });

  it('parts conditions at blank lines, and turns percent into shares', () => {
    const after = {
      ...before,
      conditions: 'One.\n\n Two,\nin two lines. \n\n',
      instalments: [{ year: 2027, percent: 33.33 }],
    };
    expect(amendmentOf(before, after)).toMatchObject({
      conditions: ['One.', 'Two,\nin two lines.'],
      instalments: [{ year: 2027, share: 0.3333 }],
    });
  });

  it('states the costs anew only when asked to', () => {
    expect(amendmentOf(before, { ...before, changesPlan: true })).toMatchObject({
      costs: [],
      coFinancing: [],
    });
  });
});

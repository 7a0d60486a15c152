import { askedIn, costOf, criteriaOf, kindsOf, othersIn, scoreOf, yearsOf } from './compare.js';

const one = {
  costs: [
    { year: 2027, amount: 10, kind: 'overhead' as const, note: '' },
    { year: 2028, amount: 5, kind: 'overhead' as const, note: '' },
  ],
  requested: [{ year: 2028, amount: 7 }],
  coFinancing: [],
  assessments: [
    { userId: 'a', criteria: [{ code: 'goals', score: 1 }] },
    { userId: 'a', criteria: [{ code: 'goals', score: 4 }] },
    { userId: 'b', criteria: [{ code: 'goals', score: 1 }] },
  ],
};
const other = {
  costs: [{ year: 2027, amount: 3, kind: 'personnel' as const, note: '' }],
  requested: [{ year: 2027, amount: 2 }],
  coFinancing: [],
};

describe('cases side by side', () => {
  it.each([
    [undefined, []],
    ['', []],
    ['b,own,b,c', ['b', 'c']],
    ['b,c,d,e', ['b', 'c', 'd']],
  ])('are those of %j', (list, ids) => {
    expect(othersIn(list, 'own')).toEqual(ids);
  });

  it('have rows for all years and kinds that any has', () => {
    expect(yearsOf([one, other])).toEqual([2027, 2028]);
    expect(kindsOf([one, other])).toEqual(['personnel', 'overhead']);
    expect([
      askedIn(one, 2027),
      askedIn(one, 2028),
      costOf(one, 'overhead'),
      costOf(one, 'personnel'),
    ]).toEqual([0, 7, 15, 0]);
  });

  it('are scored by the mean of what each officer said last', () => {
    expect(criteriaOf([other, one])).toEqual(['goals']);
    expect(scoreOf(one, 'goals')).toBe(2.5);
    expect(scoreOf(other, 'goals')).toBeNull();
  });
});

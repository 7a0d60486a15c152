import { describe, expect, it } from '@jest/globals';
import { matchStateGrants, type GrantedCase } from './state-grants.js';

const activity: GrantedCase['activities'][number] = {
  title: 'Mötesplatser',
  priorityArea: 'democracy',
  areaCodes: ['1280R012', '1280R013'],
  startsOn: '2027-01-01',
  endsOn: '2027-12-31',
};
const own: GrantedCase & { coFinancing: [] } = {
  decisionId: 'own',
  registryNumber: '2026-000001',
  programmeCode: 'exempel-2027',
  title: 'Demo',
  years: [{ year: 2027, amount: 900 }],
  costs: [{ year: 2027, kind: 'personnel', amount: 1_000, note: '' }],
  activities: [activity],
  coFinancing: [],
};
const other: GrantedCase = {
  ...own,
  decisionId: 'other',
  registryNumber: '2026-000002',
  programmeCode: 'exempel-2025',
  years: [{ year: 2027, amount: 70 }],
  activities: [{ ...activity, title: 'Kvällsöppet', areaCodes: ['1280R013'] }],
};
const matches = (changes: Partial<GrantedCase>, ours: Partial<typeof own> = {}) =>
  matchStateGrants({ ...own, ...ours }, [{ ...other, ...changes }]).length;
const active = (changes: Partial<typeof activity>) => ({ activities: [{ ...activity, ...changes }] });

describe('matchStateGrants', () => {
  it('tells what matched, and what was declared of it', () => {
    const declared = [
      { year: 2027, source: 'otherStateGrant' as const, funder: 'Demo', amount: 40 },
      { year: 2028, source: 'otherStateGrant' as const, funder: 'Demo', amount: 1 },
      { year: 2027, source: 'own' as const, funder: '', amount: 2 },
    ];
    expect(matchStateGrants({ ...own, coFinancing: declared }, [other])).toEqual([
      {
        code: 'otherStateGrant',
        outcome: 'needsJudgement',
        citation: null,
        data: {
          decisionId: 'other',
          registryNumber: '2026-000002',
          programmeCode: 'exempel-2025',
          title: 'Demo',
          years: [{ year: 2027, amount: 70, costKinds: ['personnel'] }],
          activities: [
            { own: 'Mötesplatser', other: 'Kvällsöppet', priorityArea: 'democracy', areaCodes: ['1280R013'] },
          ],
          costKinds: ['personnel'],
          declared: 40,
        },
      },
    ]);
  });

  it.each<[string, Partial<GrantedCase>, number]>([
    ['in the same year, place, area and kind of cost', {}, 1],
    ['in another year', { years: [{ year: 2028, amount: 70 }] }, 0],
    ['without money in the year', { years: [{ year: 2027, amount: 0 }] }, 0],
    ['for another kind of cost', { costs: [{ ...own.costs[0]!, kind: 'premises' }] }, 0],
    ['for the kind of cost in another year', { costs: [{ ...own.costs[0]!, year: 2028 }] }, 0],
    ['for nothing of the kind', { costs: [{ ...own.costs[0]!, amount: 0 }] }, 0],
    ['in another priority area', active({ priorityArea: 'health' }), 0],
    ['in an area that is not stated', active({ priorityArea: null }), 1],
    ['in another place', active({ areaCodes: ['1480R001'] }), 0],
    ['in the whole municipality', active({ areaCodes: [] }), 1],
    ['after it ends', active({ startsOn: '2028-01-01', endsOn: '2028-12-31' }), 0],
    ['before it begins', active({ startsOn: '2026-01-01', endsOn: '2026-12-31' }), 0],
    ['on its last day', active({ startsOn: '2027-12-31', endsOn: '2028-12-31' }), 1],
    ['without dates', active({ startsOn: null, endsOn: null }), 1],
    ['without activities', { activities: [] }, 0],
  ])('a grant %s', (_, changes, expected) => expect(matches(changes)).toBe(expected));

  it('sees no overlap in a year that gives nothing', () =>
    expect(matches({}, { years: [{ year: 2027, amount: 0 }] })).toBe(0));
});

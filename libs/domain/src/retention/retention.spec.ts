import { describe, expect, it } from '@jest/globals';
import { programmes } from '../regulations/index.js';
import { computeLatestEvent, isThinning, MATERIALS } from './retention.js';

describe('a period that runs out', () => {
  it.each([
    ['2028-11-28', 1, '2027-11-28'],
    ['2033-01-01', 5, '2028-01-01'],
    ['2029-02-28', 1, '2028-02-29'],
    ['2029-03-01', 1, '2028-03-01'],
    ['2028-02-29', 1, '2027-02-28'],
    ['2028-02-28', 4, '2024-02-28'],
    ['2032-02-29', 4, '2028-02-29'],
  ])('on %s, %i years after what happened on %s', (today, years, latest) => {
    expect(computeLatestEvent(today, { years })).toBe(latest);
  });
});

describe('the rules of a programme', () => {
  it.each(programmes.map((programme) => [programme.code, programme] as const))(
    'say of every material once what is done with it: %s',
    (_, { retention }) => {
      expect(retention.map(({ material }) => material).sort()).toEqual([...MATERIALS].sort());
      for (const rule of retention) expect(rule.provisions.length).toBeGreaterThan(0);
    },
  );

  it('thin a public record in an example programme only', () => {
    for (const { retention, isExample } of programmes)
      for (const rule of retention.filter(isThinning))
        expect(['notReceived', ...(isExample ? ['example'] : [])]).toContain(rule.ground);
  });
});

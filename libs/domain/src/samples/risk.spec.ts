import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { computeRiskParts, computeRiskScore, DEFAULT_WEIGHTS, RISK_PARTS, type RiskFacts } from './risk.js';

const facts: RiskFacts = {
  granted: 450_000,
  largestGranted: 900_000,
  plannedCosts: 1_000_000,
  actualCosts: 1_000_000,
  percent: 90,
  isFirstTime: false,
  isLate: false,
};

describe('computeRiskParts', () => {
  it.each<[string, Partial<RiskFacts>, object]>([
    ['as planned', {}, { sum: 500, share: 500, firstTime: 0, late: 0, deviations: 0 }],
    ['the largest, at the ceiling', { granted: 900_000 }, { sum: 1000, share: 1000 }],
    ['without a ceiling', { percent: null }, { share: 450 }],
    ['first and late', { isFirstTime: true, isLate: true }, { firstTime: 1000, late: 1000 }],
    ['cheaper', { actualCosts: 899_999 }, { deviations: 100 }],
    ['dearer', { actualCosts: 1_250_000 }, { deviations: 250 }],
    ['far dearer', { actualCosts: 9_000_000 }, { deviations: 1000 }],
    ['not handed in', { actualCosts: null }, { deviations: 0 }],
    [
      'nothing planned',
      { plannedCosts: 0, granted: 0, largestGranted: 0 },
      { sum: 0, share: 0, deviations: 0 },
    ],
  ])('%s', (_, change, expected) =>
    expect(computeRiskParts({ ...facts, ...change })).toMatchObject(expected),
  );
});

describe('computeRiskScore', () => {
  it('is the base and each part by its weight', () => {
    const parts = { sum: 500, share: 500, firstTime: 1000, late: 0, deviations: 100 };
    expect(computeRiskScore(parts, DEFAULT_WEIGHTS)).toBe(1000 + 3 * 500 + 500 + 2 * 1000 + 2 * 100);
  });

  it('never falls when a part rises', () => {
    const part = fc.integer({ min: 0, max: 1000 });
    const parts = fc.record({ sum: part, share: part, firstTime: part, late: part, deviations: part });
    const weight = fc.integer({ min: 0, max: 100 });
    const weights = fc.record({
      base: fc.integer({ min: 1, max: 100 }),
      ...{ sum: weight, share: weight, firstTime: weight, late: weight, deviations: weight },
    });
    fc.assert(
      fc.property(parts, weights, fc.constantFrom(...RISK_PARTS), part, (own, by, which, more) => {
        const riskier = { ...own, [which]: Math.min(1000, own[which] + more) };
        expect(computeRiskScore(riskier, by)).toBeGreaterThanOrEqual(computeRiskScore(own, by));
        expect(computeRiskScore(own, by)).toBeGreaterThanOrEqual(1000);
      }),
    );
  });
});

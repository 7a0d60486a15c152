import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { drawSample, type Candidate } from './draw.js';

const candidates = fc
  .uniqueArray(fc.record({ id: fc.uuid(), score: fc.integer({ min: 1, max: 1_001_000 }) }), {
    selector: ({ id }) => id,
    minLength: 1,
    maxLength: 40,
  })
  .chain((all) => fc.record({ all: fc.constant(all), size: fc.integer({ min: 0, max: all.length }) }));
const seeds = fc.string({ minLength: 1, maxLength: 20 });
const drawnOf = (all: readonly Candidate[], size: number, seed: string) =>
  drawSample(all, size, seed).flatMap(({ id, isDrawn }) => (isDrawn ? [id] : []));
const chance = ({ probability: { numerator, denominator } }: ReturnType<typeof drawSample>[number]) =>
  numerator / denominator;

describe('drawSample', () => {
  it('draws exactly as many as asked, each once, whatever the order', () => {
    fc.assert(
      fc.property(candidates, seeds, ({ all, size }, seed) => {
        const drawn = drawnOf(all, size, seed);
        expect([drawn.length, new Set(drawn).size]).toEqual([size, size]);
        expect(drawnOf(all.toReversed(), size, seed).sort()).toEqual(drawn.sort());
        const known = new Map(drawSample(all, size, seed).map((each) => [each.id, each.probability]));
        for (const { id, probability } of drawSample(all.toReversed(), size, seed))
          expect(probability).toEqual(known.get(id));
      }),
    );
  });

  it('has probabilities within 0 and 1 that sum to the size', () => {
    fc.assert(
      fc.property(candidates, seeds, ({ all, size }, seed) => {
        const drawn = drawSample(all, size, seed);
        for (const {
          probability: { numerator, denominator },
          isDrawn,
        } of drawn) {
          expect(numerator).toBeGreaterThanOrEqual(0);
          expect(numerator).toBeLessThanOrEqual(denominator);
          if (isDrawn) expect(numerator).toBeGreaterThan(0);
          if (numerator === denominator) expect(isDrawn).toBe(true);
        }
        expect(drawn.reduce((sum, each) => sum + chance(each), 0)).toBeCloseTo(size, 9);
      }),
    );
  });

  it('is likelier to draw what is riskier', () => {
    fc.assert(
      fc.property(candidates, fc.integer({ min: 1, max: 1e6 }), seeds, ({ all, size }, more, seed) => {
        const [first, ...others] = all as [Candidate, ...Candidate[]];
        const before = drawSample(all, size, seed);
        const after = drawSample([{ ...first, score: first.score + more }, ...others], size, seed);
        expect(chance(after[0]!)).toBeGreaterThanOrEqual(chance(before[0]!) - 1e-12);
        for (const [index, { score }] of all.entries())
          if (score >= first.score)
            expect(chance(before[index]!)).toBeGreaterThanOrEqual(chance(before[0]!) - 1e-12);
      }),
    );
  });

  it('draws each about as often as it says, over many seeds', () => {
    const all = [1, 2, 3, 5, 8, 13, 40].map((score, index) => ({ id: `c${index}`, score }));
    const times = new Map(all.map(({ id }) => [id, 0]));
    const rounds = 4_000;
    for (let round = 0; round < rounds; round += 1)
      for (const id of drawnOf(all, 3, `seed ${round}`)) times.set(id, times.get(id)! + 1);
    for (const each of drawSample(all, 3, 'any')) {
      const expected = chance(each);
      // Four standard errors.
      const error = 4 * Math.sqrt((expected * (1 - expected)) / rounds);
      expect(Math.abs(times.get(each.id)! / rounds - expected)).toBeLessThanOrEqual(error);
    }
  });

  it('is what its description says, done by hand', () => {
    const all = ['a', 'b', 'c', 'd'].map((id, index) => ({ id, score: 10 + index }));
    const hash = (text: string) => createHash('sha256').update(`demo:${text}`).digest('hex');
    const total = 46;
    const r = Number(BigInt(`0x${hash('start')}`) % BigInt(total));
    let c = 0;
    const byHand = all
      .toSorted((x, y) => (hash(x.id) < hash(y.id) ? -1 : 1))
      .filter(({ score }) => {
        const [from, to] = [2 * c, 2 * (c + score)];
        c += score;
        return [r, r + total].some((point) => from <= point && point < to);
      });
    expect(drawnOf(all, 2, 'demo').sort()).toEqual(byHand.map(({ id }) => id).sort());
    expect(drawSample(all, 2, 'demo')[3]!.probability).toEqual({ numerator: 26, denominator: 46 });
  });

  it('takes for certain what outweighs the rest', () => {
    const all = [
      { id: 'a', score: 1000 },
      { id: 'b', score: 1 },
      { id: 'c', score: 1 },
    ];
    expect(drawSample(all, 2, 'x').map(({ probability }) => probability)).toEqual([
      { numerator: 1, denominator: 1 },
      { numerator: 1, denominator: 2 },
      { numerator: 1, denominator: 2 },
    ]);
    expect(drawnOf(all, 3, 'x')).toEqual(['a', 'b', 'c']);
    expect(drawnOf(all, 0, 'x')).toEqual([]);
    expect(drawSample([], 0, 'x')).toEqual([]);
  });

  it.each<[string, Candidate[], number]>([
    ['more than there are', [{ id: 'a', score: 1 }], 2],
    ['half of one', [{ id: 'a', score: 1 }], 0.5],
    [
      'the same twice',
      [
        { id: 'a', score: 1 },
        { id: 'a', score: 1 },
      ],
      1,
    ],
    ['a score of nought', [{ id: 'a', score: 0 }], 1],
  ])('refuses %s', (_, all, size) => expect(() => drawSample(all, size, 'x')).toThrow(RangeError));
});

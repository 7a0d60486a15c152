import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findNearestMunicipalities, SIZE_CLASSES, type Comparable } from './comparison.js';

const distribution = { mean: 0.2, standardDeviation: 0.1, n: 290 };
const at = (code: string, value: number | null, rest: Partial<Comparable> = {}): Comparable => ({
  code,
  sizeClass: 'medium',
  municipalityGroup: 'Större stad',
  value,
  ...rest,
});
const own = at('0001', 0.2);
const nearest = (candidates: Comparable[], to = own, spread: typeof distribution | null = distribution) =>
  findNearestMunicipalities(to, candidates, spread, 100).map(({ code }) => code);

describe('the nearest municipalities', () => {
  it('are of the size class first, of the group then, and by the measure last', () =>
    expect(
      nearest([
        at('0006', 0.2, { sizeClass: null }),
        at('0005', 0.2, { sizeClass: 'small' }),
        at('0004', 0.2, { municipalityGroup: 'Mindre stad/tätort' }),
        at('0003', 0.9),
        at('0002', 0.25),
      ]),
    ).toEqual(['0002', '0003', '0004', '0005', '0006']));

  it('two classes away stand after one class away', () =>
    expect(
      nearest([at('0003', 0.2, { sizeClass: 'large' }), at('0002', 0.9, { sizeClass: 'medium' })], {
        ...own,
        sizeClass: 'small',
      }),
    ).toEqual(['0002', '0003']));

  it('with the same distance up and down are a tie, decided by code', () =>
    expect(nearest([at('0009', 0.3), at('0008', 0.3), at('0007', 0.1)])).toEqual(['0007', '0008', '0009']));

  it('without value stand last among their like', () =>
    expect(nearest([at('0002', null), at('0003', 9)])).toEqual(['0003', '0002']));

  it('are never the municipality itself', () => expect(nearest([own])).toEqual([]));

  it('show their distance in parts', () =>
    expect(
      findNearestMunicipalities(
        own,
        [at('0002', 0.4), at('0003', null, { sizeClass: 'large' })],
        distribution,
        2,
      ),
    ).toEqual([
      {
        code: '0002',
        value: 0.4,
        rank: 1,
        distance: { sizeClass: 0, municipalityGroup: 0, measure: { value: 2, reason: null } },
      },
      {
        code: '0003',
        value: null,
        rank: 2,
        distance: { sizeClass: 1, municipalityGroup: 0, measure: { value: null, reason: 'noValue' } },
      },
    ]));

  it.each([null, { ...distribution, standardDeviation: 0 }])('have no distance by measure in %j', (spread) =>
    expect(findNearestMunicipalities(own, [at('0002', 0.2)], spread, 1)[0]!.distance.measure).toEqual({
      value: null,
      reason: 'noSpread',
    }),
  );

  it('are as many as asked for, the same in any order of candidates', () => {
    const candidate = fc.record({
      sizeClass: fc.option(fc.constantFrom(...SIZE_CLASSES)),
      municipalityGroup: fc.option(fc.constantFrom('a', 'b')),
      value: fc.option(fc.integer({ min: 0, max: 9 }).map((tenths) => tenths / 10)),
    });
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 40 }), fc.nat(40), (list, limit) => {
        const candidates = list.map((rest, index) => ({ code: String(1000 + index), ...rest }));
        const found = findNearestMunicipalities(own, candidates, distribution, limit);
        expect(found).toHaveLength(Math.min(limit, list.length));
        expect(findNearestMunicipalities(own, candidates.toReversed(), distribution, limit)).toEqual(found);
      }),
    );
  });

  it.each([-1, 1.5, NaN])('refuse a limit of %d', (limit) =>
    expect(() => findNearestMunicipalities(own, [], distribution, limit)).toThrow('parameterOutOfRange'),
  );
  it('refuse a value that is none', () => expect(() => nearest([at('0002', NaN)])).toThrow('valueNotFinite'));
});

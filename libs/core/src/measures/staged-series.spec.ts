import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Quality } from '#domain/applications/facts';
import { COPY_END, COPY_START } from '#platform/database';
import { StagedSeries } from './staged-series.js';

const CODES = ['0180', '1280', '1480'];
const ids = new Map(CODES.map((code) => [code, `00000000-0000-4000-8000-00000000${code}`]));

const rows = fc.array(
  fc.record({
    line: fc.nat(),
    organisationCode: fc.constantFrom(...CODES),
    measureCode: fc.constantFrom('areaType12Share', 'population'),
    year: fc.integer({ min: 2020, max: 2022 }),
    value: fc.option(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true })),
    quality: fc.constantFrom<Quality>('official', 'proxy'),
  }),
  { maxLength: 60 },
);

/** What PostgreSQL reads of the rows, a value to each: `code measure year quality value`. */
function read(bytes: Buffer): string[] {
  const values: string[] = [];
  let at = 0;
  const integer = (size = 4) => bytes.readIntBE((at += size) - size, size);
  const field = (length = integer()) => bytes.subarray((at += length) - length, at);
  const elements = () => {
    const end = integer() + at;
    const [dimensions, , , count, lower] = [integer(), integer(), integer(), integer(), integer()];
    expect([dimensions, lower]).toEqual([1, 1]);
    const all = Array.from({ length: count }, () => {
      const length = integer();
      return length === -1 ? null : field(length);
    });
    expect(at).toBe(end);
    return all;
  };
  while (at < bytes.length) {
    expect(integer(2)).toBe(5);
    const told = [String(field()), field().readInt32BE(), String(field())].join(' ');
    const [places, numbers] = [elements(), elements()];
    expect(numbers).toHaveLength(places.length);
    for (const [index, id] of places.entries())
      values.push(`${id!.toString('hex').slice(-4)} ${told} ${numbers[index]?.readDoubleBE() ?? null}`);
  }
  return values;
}

describe('values on the way to the staging table', () => {
  it('are each there once, whenever they are sent', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 20 }), (all, each) => {
        const staged = new StagedSeries(ids);
        const sent: Buffer[] = [];
        for (const [index, row] of all.entries()) {
          staged.add(row);
          if (index % each === 0) sent.push(...staged.flush());
        }
        sent.push(...staged.flush());
        expect([...staged.flush()]).toEqual([]);
        expect(read(Buffer.concat(sent)).sort()).toEqual(
          all
            .map((row) =>
              [row.organisationCode, row.measureCode, row.year, row.quality, row.value].map(String).join(' '),
            )
            .sort(),
        );
        expect(staged.count).toBe(all.length);
        expect([staged.start, staged.end]).toEqual([COPY_START, COPY_END]);
      }),
      { numRuns: 300 },
    );
  });

  it('are more than are usually held, where they come at once', () => {
    const staged = new StagedSeries(ids);
    const count = 250_000;
    for (let at = 0; at < count; at += 1)
      staged.add({
        line: at,
        organisationCode: CODES[at % 3]!,
        measureCode: 'population',
        year: 2000 + (at % 7),
        value: at,
        quality: 'official',
      });
    expect(staged.isFull).toBe(true);
    const pieces = [...staged.flush()];
    expect(pieces.length).toBeGreaterThan(5);
    const numbers = read(Buffer.concat(pieces)).map((value) => Number(value.split(' ').at(-1)));
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, at) => at));
    expect(staged.isFull).toBe(false);
  });
});

import { describe, expect, it } from '@jest/globals';
import { text, type ExportKind } from './export-kind.js';
import { sql } from '#platform/database';
import { Records } from './record-reader.js';
import { BYTES_PER_ROW, compareRows, hasher } from './row-hashes.js';

const kind: ExportKind = {
  kind: 'x',
  columns: [text('a'), text('b')],
  key: ['a'],
  filters: [],
  query: () => ({ rows: sql`SELECT`, order: sql`1` }),
};
const hashes = (rows: string[][], of = kind) => hasher(of)(new Records(rows.map((row) => row.join(','))));

describe('hashes of rows', () => {
  it('tell what is new, gone and changed, in any order', () => {
    const before = hashes([
      ['1', 'x'],
      ['2', 'x'],
      ['3', 'x'],
      ['4', 'x'],
    ]);
    const after = hashes([
      ['5', 'x'],
      ['4', 'x'],
      ['2', 'y'],
      ['1', 'x'],
    ]);
    expect(before).toHaveLength(4 * BYTES_PER_ROW);
    expect(compareRows(before, after)).toEqual({ added: 1, removed: 1, changed: 1 });
    expect(compareRows(before, before)).toEqual({ added: 0, removed: 0, changed: 0 });
    expect(compareRows(hashes([]), after)).toEqual({ added: 4, removed: 0, changed: 0 });
    expect(compareRows(before, hashes([]))).toEqual({ added: 0, removed: 4, changed: 0 });
  });

  it('count equal rows as often as they are there', () => {
    expect(
      compareRows(
        hashes([
          ['1', 'x'],
          ['1', 'x'],
        ]),
        hashes([['1', 'x']]),
      ),
    ).toEqual({ added: 0, removed: 1, changed: 0 });
  });

  it('know no changed row where a kind has no key', () => {
    const keyless = { ...kind, key: undefined };
    expect(compareRows(hashes([['1', 'x']], keyless), hashes([['1', 'y']], keyless))).toEqual({
      added: 1,
      removed: 1,
      changed: 0,
    });
  });

  it('are of all of a row: one that is as long as before and ends otherwise is changed', () => {
    const ending = (digit: string) => hashes([['1', `${'värde '.repeat(50)}${digit}`]]);
    expect(compareRows(ending('1'), ending('2'))).toEqual({ added: 0, removed: 0, changed: 1 });
  });

  it('hold for many rows', () => {
    const rows = Array.from({ length: 50_000 }, (_, at) => [`${at}`, `värde ${at % 7}`]);
    const other = rows.map(([a, b], at) => (at % 1_000 === 0 ? [a!, 'annat'] : [a!, b!]));
    expect(compareRows(hashes(rows), hashes(other))).toEqual({ added: 0, removed: 0, changed: 50 });
  });
});

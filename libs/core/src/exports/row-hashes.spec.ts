import { describe, expect, it } from '@jest/globals';
import { text, type ExportKind } from './export-kind.js';
import { sql } from '#platform/database';
import { BYTES_PER_ROW, compareRows, RowHasher } from './row-hashes.js';

const kind: ExportKind = {
  kind: 'x',
  columns: [text('a'), text('b')],
  key: ['a'],
  filters: [],
  query: () => ({ rows: sql`SELECT`, order: sql`1` }),
};
const csv = (rows: string[][]) =>
  Buffer.from(['a,b', ...rows.map((row) => row.join(','))].map((line) => `${line}\n`).join(''));
const hashes = (rows: string[][], of = kind) => new RowHasher(of).add(csv(rows));

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

  it('are the same in whatever pieces the rows come, and a newline within quotes ends none', () => {
    const rows = [
      ['1', '"två\nrader"'],
      ['"2, ""två"""', ''],
      ['3', '"\n"'],
    ];
    const whole = csv(rows);
    for (let size = 1; size < 12; size += 1) {
      const hasher = new RowHasher(kind);
      const pieces = Array.from({ length: Math.ceil(whole.length / size) }, (_, at) =>
        hasher.add(whole.subarray(at * size, (at + 1) * size)),
      );
      hasher.end();
      expect([size, hasher.count]).toEqual([size, rows.length]);
      expect(Buffer.concat(pieces)).toEqual(hashes(rows));
    }
    expect(compareRows(hashes(rows), hashes([...rows.slice(1), ['1', '"två\nrader."']]))).toEqual({
      added: 0,
      removed: 0,
      changed: 1,
    });
  });

  it('must end with the last of the rows', () => {
    const hasher = new RowHasher(kind);
    hasher.add(csv([['1', 'x']]).subarray(0, -1));
    expect(() => hasher.end()).toThrow('The rows end within a record');
  });

  it('know a row by all of its key, and by nothing else of it', () => {
    const twoKeys = { ...kind, columns: [text('a'), text('b'), text('c')], key: ['a', 'c'] };
    const of = (...rows: string[][]) => new RowHasher(twoKeys).add(csv(rows));
    expect(compareRows(of(['1', 'x', '2']), of(['1', 'y', '2']))).toMatchObject({ changed: 1 });
    expect(compareRows(of(['1', 'x', '2']), of(['1', 'x', '3']))).toMatchObject({ added: 1, removed: 1 });
    expect(compareRows(of(['12', 'x', '3']), of(['1', 'x', '23']))).toMatchObject({ added: 1, removed: 1 });
  });

  it('hold for many rows', () => {
    const rows = Array.from({ length: 50_000 }, (_, at) => [`${at}`, `värde ${at % 7}`]);
    const other = rows.map(([a, b], at) => (at % 1_000 === 0 ? [a!, 'annat'] : [a!, b!]));
    expect(compareRows(hashes(rows), hashes(other))).toEqual({ added: 0, removed: 0, changed: 50 });
  });
});

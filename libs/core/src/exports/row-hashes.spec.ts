import { describe, expect, it } from '@jest/globals';
import { text, type ExportKind } from './export-kind.js';
import { sql } from '#platform/database';
import { compareRows, type RowChanges } from './row-changes.js';
import { BYTES_PER_ROW, RowHasher } from './row-hashes.js';

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
const kept = (bytes: Buffer, most = Infinity) => ({
  rowCount: bytes.length / BYTES_PER_ROW,
  read: async (into: Buffer, from: number) => bytes.copy(into, 0, from, from + Math.min(most, into.length)),
});
const compared = (before: Buffer, after: Buffer): Promise<RowChanges> =>
  compareRows(kept(before), kept(after));

describe('hashes of rows', () => {
  it('tell what is new, gone and changed, in any order', async () => {
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
    await expect(compared(before, after)).resolves.toEqual({ added: 1, removed: 1, changed: 1 });
    await expect(compared(before, before)).resolves.toEqual({ added: 0, removed: 0, changed: 0 });
    await expect(compared(hashes([]), after)).resolves.toEqual({ added: 4, removed: 0, changed: 0 });
    await expect(compared(before, hashes([]))).resolves.toEqual({ added: 0, removed: 4, changed: 0 });
  });

  it('count equal rows as often as they are there', async () => {
    await expect(
      compared(
        hashes([
          ['1', 'x'],
          ['1', 'x'],
        ]),
        hashes([['1', 'x']]),
      ),
    ).resolves.toEqual({ added: 0, removed: 1, changed: 0 });
  });

  it('know no changed row where a kind has no key', async () => {
    const keyless = { ...kind, key: undefined };
    await expect(compared(hashes([['1', 'x']], keyless), hashes([['1', 'y']], keyless))).resolves.toEqual({
      added: 1,
      removed: 1,
      changed: 0,
    });
  });

  it('are of all of a row: one that is as long as before and ends otherwise is changed', async () => {
    const ending = (digit: string) => hashes([['1', `${'värde '.repeat(50)}${digit}`]]);
    await expect(compared(ending('1'), ending('2'))).resolves.toEqual({ added: 0, removed: 0, changed: 1 });
  });

  it('are the same in whatever pieces the rows come, and a newline within quotes ends none', async () => {
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
    await expect(compared(hashes(rows), hashes([...rows.slice(1), ['1', '"två\nrader."']]))).resolves.toEqual(
      {
        added: 0,
        removed: 0,
        changed: 1,
      },
    );
  });

  it('must end with the last of the rows', async () => {
    const hasher = new RowHasher(kind);
    hasher.add(csv([['1', 'x']]).subarray(0, -1));
    expect(() => hasher.end()).toThrow('The rows end within a record');
  });

  it('know a row by all of its key, and by nothing else of it', async () => {
    const twoKeys = { ...kind, columns: [text('a'), text('b'), text('c')], key: ['a', 'c'] };
    const of = (...rows: string[][]) => new RowHasher(twoKeys).add(csv(rows));
    await expect(compared(of(['1', 'x', '2']), of(['1', 'y', '2']))).resolves.toMatchObject({ changed: 1 });
    await expect(compared(of(['1', 'x', '2']), of(['1', 'x', '3']))).resolves.toMatchObject({
      added: 1,
      removed: 1,
    });
    await expect(compared(of(['12', 'x', '3']), of(['1', 'x', '23']))).resolves.toMatchObject({
      added: 1,
      removed: 1,
    });
  });

  it('pair off what has moved on, in whatever pieces it is read', async () => {
    const rows = (...names: string[]) => names.map((name) => [name, 'x']);
    const before = hashes([...rows('1', '2', '2', '3', '4'), ['5', 'x']]);
    const after = hashes([...rows('1', '2', '2', '4', '2', '6'), ['5', 'y']]);
    const changes = { added: 2, removed: 1, changed: 1 };
    for (const [most, other] of [
      [16, 16],
      [17, 40],
      [48, 31],
      [1_000, 33],
    ])
      expect([
        await compareRows(kept(before, most), kept(after, other)),
        await compareRows(kept(before, other), kept(before, most)),
        await compareRows(kept(before, most), kept(before.subarray(0, 64), other)),
      ]).toEqual([changes, { added: 0, removed: 0, changed: 0 }, { added: 0, removed: 2, changed: 0 }]);
  });

  it('are read once where both are in the same order, and a hundred thousand rows have come between', async () => {
    const before = hashes(Array.from({ length: 200_000 }, (_, at) => [`${at}`, 'x']));
    const come = (from: number, count: number) =>
      hashes(Array.from({ length: count }, (_, at) => [`ny ${from + at}`, 'x']));
    const [first, second] = [before.subarray(0, 16_000), before.subarray(16_000)];
    const after = Buffer.concat([come(0, 1), first, come(1, 100_000), second, come(100_001, 10)]);
    const counted = { bytes: 0 };
    const counting = (bytes: Buffer) => ({
      ...kept(bytes),
      read: async (into: Buffer, from: number) => {
        const read = await kept(bytes).read(into, from);
        counted.bytes += read;
        return read;
      },
    });
    await expect(compareRows(counting(before), counting(after))).resolves.toEqual({
      added: 100_011,
      removed: 0,
      changed: 0,
    });
    expect(counted.bytes).toBe(before.length + after.length);
  });

  it('hold for more rows than are held, in pieces that end within a row', async () => {
    const rows = Array.from({ length: 280_000 }, (_, at) => [`${at}`, `värde ${at % 7}`]);
    const before = hashes(rows);
    const left = rows.slice(300).map(([a, b], at) => [a!, at % 1_000 === 0 ? 'annat' : b!]);
    const after = hashes(left.toReversed());
    await expect(compareRows(kept(before, 10_007), kept(after, 4_099))).resolves.toEqual({
      added: 0,
      removed: 300,
      changed: 280,
    });
    await expect(compared(after, before)).resolves.toEqual({ added: 300, removed: 0, changed: 280 });
    const cut = { ...kept(after.subarray(0, -1)), rowCount: after.length / BYTES_PER_ROW };
    await expect(compareRows(kept(before), cut)).rejects.toThrow('fewer hashes than rows');
  });

  it('count as many equal rows as there are in no more time than others', async () => {
    const equal = (count: number) => hashes(Array.from({ length: count }, () => ['1', 'x']));
    await expect(compared(equal(150_000), equal(149_990))).resolves.toEqual({
      added: 0,
      removed: 10,
      changed: 0,
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RecordReader, type Cell } from './record-reader.js';

const write = (cell: Cell) =>
  cell === null ? '' : cell === '' || /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

describe('records of the database', () => {
  it('are read as they were written, with null and the empty text apart, in pieces of any size', () => {
    const cell = fc.option(
      fc
        .array(fc.constantFrom('a', '"', ',', '\n', '\r', '😀', ' '), { maxLength: 4 })
        .map((parts) => parts.join('')),
    );
    const row = fc.array(cell, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), fc.integer({ min: 1, max: 9 }), (rows, piece) => {
        const lines = rows.map((cells) => cells.map(write).join(','));
        const text = lines.map((line) => `${line}\n`).join('');
        const reader = new RecordReader();
        const read = [];
        for (let at = 0; at < text.length; at += piece) read.push(reader.read(text.slice(at, at + piece)));
        reader.end();
        expect(read.flat()).toEqual(rows);
      }),
      { numRuns: 1_000 },
    );
  });

  it('must end with the last of them', () => {
    const reader = new RecordReader();
    reader.read('a,b\n"c,d\n');
    expect(() => reader.end()).toThrow('The rows end within a record');
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CsvRecords, parseCsv, tellDelimiter, type Delimiter } from './index.js';

function read(text: string, delimiter: Delimiter, piece: number) {
  const records: [number, string[]][] = [];
  const faults: string[] = [];
  const reader = new CsvRecords({
    delimiter,
    record: (fields, line) => records.push([line, [...fields]]),
    fault: (code, line) => faults.push(`${line} ${code}`),
  });
  for (let at = 0; at < text.length; at += piece) reader.write(text.slice(at, at + piece));
  reader.end();
  return { records, faults };
}

describe('records of separated text', () => {
  const field = fc
    .array(fc.constantFrom('a', 'å', '"', ';', ',', '\t', '\n', ' ', '0', ''), { maxLength: 6 })
    .map((parts) => parts.join(''));
  const rows = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { maxLength: 6 });
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;

  it('are what was written, quoted as need be, in pieces of any size', () => {
    const delimiters = fc.constantFrom<Delimiter>(';', ',', '\t');
    fc.assert(
      fc.property(
        rows,
        delimiters,
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.integer({ min: 1, max: 9 }),
        (all, delimiter, newline, piece) => {
          const write = (text: string) => (/[";,\t\n]/.test(text) ? quote(text) : text);
          const text = all.map((row) => row.map(write).join(delimiter) + newline).join('');
          const { records, faults } = read(text, delimiter, piece);
          expect(faults).toEqual([]);
          expect(records.map(([, fields]) => fields)).toEqual(all);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each<[string, [number, string[]][], string[]]>([
    [
      'a;b\n\n"c\nd";e\nf;g',
      [
        [1, ['a', 'b']],
        [3, ['c\nd', 'e']],
        [5, ['f', 'g']],
      ],
      [],
    ],
    ['a;="01"\n', [[1, ['a', '="01"']]], []],
    ['"a"b;c\nd;e', [[2, ['d', 'e']]], ['1 strayQuote']],
    ['a;b\n"c;d\ne;f', [[1, ['a', 'b']]], ['2 unclosedQuote']],
    [
      `a;b\n${'x'.repeat(70_000)}\nc;d`,
      [
        [1, ['a', 'b']],
        [3, ['c', 'd']],
      ],
      ['2 recordTooLong'],
    ],
  ])('%.30j', (text, records, faults) => expect(read(text, ';', 1_000_000)).toEqual({ records, faults }));

  it('without a delimiter are each looked at once, however many they are', () => {
    // Searching all that follows, for each of them, would take minutes.
    const before = process.cpuUsage();
    let count = 0;
    const records = new CsvRecords({ delimiter: ';', record: () => (count += 1), fault: () => undefined });
    records.write(`datum;konto\n${'1\n'.repeat(1_000_000)}`);
    records.end();
    expect(count).toBe(1_000_001);
    expect(process.cpuUsage(before).user).toBeLessThan(5_000_000);
  });

  it.each([
    ['kod;värde', ';'],
    ['kod,"a;b;c",värde', ','],
    ['kod\tvärde', '\t'],
    ['kod', ','],
  ])('%j is separated by %j', (header, delimiter) => expect(tellDelimiter(header)).toBe(delimiter));

  it('are told apart by the beginning of a line that never ends', () => {
    const began = process.cpuUsage();
    expect(tellDelimiter(';'.repeat(8_000_000))).toBe(';');
    expect(tellDelimiter(`${','.repeat(65_536)}${';'.repeat(8_000_000)}`)).toBe(',');
    expect(process.cpuUsage(began).user).toBeLessThan(200_000);
  });

  it('are known by the names of the header', () => {
    expect(parseCsv('a,b\r\n1,"2,""x"""\r\n\r\n3\r\n')).toEqual([
      { a: '1', b: '2,"x"' },
      { a: '3', b: '' },
    ]);
    expect(() => parseCsv('a,b\n"1,2')).toThrow('Line 2 cannot be read: unclosedQuote');
  });
});

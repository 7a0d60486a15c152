import { describe, expect, it } from '@jest/globals';
import { readCsvRows } from './csv-rows.js';
import { readAccountingFile } from './read-file.js';

const told = (text: string, columns = {}) =>
  readCsvRows(text, columns).findings.map(({ code, data }) => [code, data['line']]);

describe('readCsvRows', () => {
  it('tells no more of a file of its words than is read', () => {
    const long = 'x'.repeat(20_000);
    const { findings } = readCsvRows(`Datum;Konto;Belopp\n${long};${long};${long}\n`);
    expect(findings.map(({ code }) => code)).toEqual([
      'accountingDateInvalid',
      'accountInvalid',
      'accountingAmountInvalid',
    ]);
    expect(JSON.stringify(findings).length).toBeLessThan(1_000);
  });

  it('reads what Swedish programs write', () => {
    const { rows, findings, verificationCount } = readCsvRows(
      '\ufeffBokföringsdatum;Ver;Konto;Belopp;Projekt;Text\r\n2027-03-01;A1;5010;"1 234,50";P1;"Hyra; mars"\r\n20270302;A2;2440;-1 234,50;;\r\n',
    );
    expect(findings).toEqual([]);
    expect(verificationCount).toBe(2);
    expect(rows).toEqual([
      {
        line: 2,
        date: '2027-03-01',
        account: '5010',
        amount: 123_450,
        text: 'Hyra; mars',
        objects: [{ dimension: 'csv', object: 'P1' }],
      },
      { line: 3, date: '2027-03-02', account: '2440', amount: -123_450, text: '', objects: [] },
    ]);
  });

  it('takes debit and credit, and columns by the names that are told', () => {
    const { rows } = readCsvRows('Day,Acc,D,C\n2027-01-01,5010,10,\n2027-01-01,5010,,2.50\n', {
      date: 'Day',
      account: 'acc',
      debit: 'D',
      credit: 'C',
    });
    expect(rows.map(({ amount }) => amount)).toEqual([1000, -250]);
  });

  it.each<[string, string, [string, number][]]>([
    ['a column too few', 'Datum;Belopp\n2027-01-01;5\n', [['accountingColumnsMissing', 1]]],
    [
      'every fault of a line',
      'Datum;Konto;Belopp\n2027-02-30;x;1.234\n',
      [
        ['accountingDateInvalid', 2],
        ['accountInvalid', 2],
        ['accountingAmountInvalid', 2],
      ],
    ],
    ['no sum at all', 'Datum;Konto;Debet;Kredit\n2027-01-01;5010;;\n', [['accountingAmountInvalid', 2]]],
    ['a quote that is not closed', 'Datum;Konto;Belopp\n2027-01-01;5010;"5\n', [['csvLineUnreadable', 2]]],
    ['an empty line is none', 'Datum;Konto;Belopp\n\n;;\n2027-01-01;5010;5\n', []],
  ])('tells of %s', (_, text, expected) => expect(told(text)).toEqual(expected));
});

describe('readAccountingFile', () => {
  it('reads no file of more lines than there can be rows', () => {
    const refused = (content: string) => () => readAccountingFile(Buffer.from(content), { columns: null });
    for (const newlines of ['\n'.repeat(450_001), '\r'.repeat(450_001), `\r${'\n'.repeat(450_001)}`])
      expect(refused(`Datum;Konto;Belopp${newlines}`)).toThrow('tooLarge');
    expect(refused(`Datum;Konto;Belopp${'\n'.repeat(450_000)}`)).toThrow('invalid');
  });
});

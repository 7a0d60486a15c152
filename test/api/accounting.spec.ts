import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { Medel, tally, type Answer, type Any, type Client } from '#testing';
import { everything, expectProblem, findingsOf } from './problem.js';
import { must, NOWHERE, Stage, YEAR, type Name } from './stage.js';

let medel: Medel;
let stage: Stage;
let people: Record<Name, Client>;
let applicant: Client;

beforeAll(async () => {
  medel = await Medel.start();
  stage = await Stage.set(medel);
  people = stage.people;
  applicant = people['sokande.1275'];
});
afterAll(async () => {
  await medel.expectCoherent();
  await medel.stop();
});

const MAPPING = {
  accounts: [
    { from: '50', to: '59', kind: 'personnel' },
    { from: '60', to: '60', kind: 'premises' },
  ],
  ignored: [{ from: '1', to: '3' }],
};

/** As SIE is written: code page 437, where å is 0x86, ä 0x84 and ö 0x94. */
const cp437 = (text: string) =>
  Buffer.from([...text].map((char) => ({ å: 0x86, ä: 0x84, ö: 0x94 })[char] ?? char.charCodeAt(0)));
const sie = (...lines: string[]) =>
  cp437(['#FLAGGA 0', '#FORMAT PC8', '#SIETYP 4', '#FNAMN "Demo Räksmörgås"', ...lines].join('\r\n'));
const ver = (number: number, day: string, ...rows: string[]) => [
  `#VER A ${number} ${day} "Demo"`,
  '{',
  ...rows.map((row) => `#TRANS ${row}`),
  '}',
];
const BOOKS = sie(
  ...ver(1, `${YEAR}0131`, '5010 {6 "P1"} 700000.75', '6010 {6 "P1"} 99999.50', '1930 {} -800000.25'),
  ...ver(
    2,
    `${YEAR}0228`,
    '5010 {6 "P2"} 0.25',
    '6010 {6 "P1"} -0.50 ' + `${YEAR}0227 "Rättelse åt höger"`,
    '1930 {} 0.25',
  ),
);

async function openReport(organisation: '1275' | 'annan' = '1275'): Promise<string> {
  return stage.report('open', organisation);
}
const send = (
  report: string,
  file: Buffer | string,
  { mapping = MAPPING, who = applicant, ...fields }: Any = {},
  options: Any = {},
): Promise<Answer<Any>> =>
  who.upload(
    `/reports/${report}/accounting`,
    file,
    {
      ...(mapping ? { mapping: typeof mapping === 'string' ? mapping : JSON.stringify(mapping) } : {}),
      ...fields,
    },
    { name: 'böcker.se', ...options },
  );
const sumsOf = ({ sums }: Any) =>
  sums.map(({ year, kind, ore, amount, planned }: Any) => [year, kind, ore, amount, planned]);
const adopt = (id: string, who = applicant) => who.post(`/accounting-imports/${id}/adopt`);

describe('books of a report', () => {
  let report: string;
  let made: Any;

  it('are read, and shown beside plan, grant and payments, to the krona', async () => {
    report = await openReport();
    const before = (await applicant.get(`/reports/${report}`)).body;
    const answer = await must(send(report, BOOKS), 201);
    made = answer.body;
    expect(answer.headers.get('location')).toBe(`/api/v1/accounting-imports/${made.id}`);
    expect(made).toMatchObject({
      status: 'previewed',
      reportId: report,
      fileName: 'böcker.se',
      sha256: createHash('sha256').update(BOOKS).digest('hex'),
      size: BOOKS.length,
      format: 'sie',
      encoding: 'cp437',
      company: { name: 'Demo Räksmörgås', number: null },
      years: [YEAR],
      counts: { rows: 6, counted: 4, ignored: 2, otherObject: 0, verifications: 2 },
      findings: [],
      actions: ['remap', 'adopt'],
      totals: [{ year: YEAR, amount: 800_000, planned: 1_000_000, granted: 800_000, paid: 0 }],
    });
    expect(sumsOf(made)).toEqual([
      [YEAR, 'personnel', 70_000_100, 700_001, 1_000_000],
      [YEAR, 'premises', 9_999_900, 99_999, 0],
    ]);
    expect((await applicant.get(`/reports/${report}`)).body).toEqual(before);
    const listed = (await people.handlaggare.get(`/reports/${report}/accounting`)).body;
    expect(listed.items.map(({ id }: Any) => id)).toEqual([made.id]);
    expect(listed.items[0].actions).toEqual([]);
  });

  it('are mapped anew as often as it takes, at the version that was read', async () => {
    const path = `/accounting-imports/${made.id}`;
    const mapping = { ...MAPPING, only: [{ dimension: '6', object: 'P1' }] };
    expectProblem(await applicant.patch(path, { body: { mapping } }), 428, 'preconditionRequired');
    expectProblem(await applicant.patch(path, { body: { mapping }, ifMatch: '"9"' }), 412, 'stale');
    const { body } = await must(applicant.edit(path, { mapping }), 200);
    expect(body.counts).toEqual({ rows: 6, counted: 3, ignored: 0, otherObject: 3, verifications: 2 });
    expect(sumsOf(body).map(([, kind, ore]: Any) => [kind, ore])).toEqual([
      ['personnel', 70_000_075],
      ['premises', 9_999_900],
    ]);
    const objects = [{ object: 'P1', kind: 'overhead' }];
    const decided = await must(applicant.edit(path, { mapping: { ...mapping, objects } }), 200);
    expect(sumsOf(decided.body)).toEqual([
      [YEAR, 'overhead', 79_999_975, 799_999, 0],
      [YEAR, 'personnel', 0, 0, 1_000_000],
    ]);
    made = (await must(applicant.edit(path, { mapping: MAPPING }), 200)).body;
  });

  it('become the costs of the draft, once, with their source in the audit trail', async () => {
    const adopted = await must(adopt(made.id), 200);
    expect(adopted.body).toMatchObject({ status: 'adopted', actions: [], adoptedAt: expect.any(String) });
    const { body } = await applicant.get(`/reports/${report}`);
    expect(body.costs).toEqual([
      { year: YEAR, kind: 'personnel', amount: 700_001, note: 'böcker.se' },
      { year: YEAR, kind: 'premises', amount: 99_999, note: 'böcker.se' },
    ]);
    expectProblem(await adopt(made.id), 409, 'illegalTransition');
    const events = (await people.revisor.get(`/audit-events?subject=${report}&limit=200`)).body.items;
    expect(events.find(({ data }: Any) => data.accountingImport)).toMatchObject({
      action: 'edit',
      data: { accountingImport: made.id, sha256: made.sha256, parts: ['costs'] },
    });
    const file = await people.revisor.get<string>(`/accounting-imports/${made.id}/file`);
    expect(file.headers.get('content-disposition')).toBe(
      `attachment; filename="file"; filename*=UTF-8''b%C3%B6cker.se`,
    );
    expect(file.headers.get('content-type')).toBe('application/octet-stream');
  });

  it('are mapped the next time as they were the last time', async () => {
    const next = await openReport();
    const { body } = await must(send(next, BOOKS, { mapping: null }), 201);
    expect(body.mapping).toEqual(made.mapping);
    const first = await openReport('annan');
    const refused = await send(first, BOOKS, { mapping: null, who: people['sokande.annan'] });
    expectProblem(refused, 400, 'invalid');
    expect(findingsOf(refused)).toEqual(['mapping required']);
  });

  it('come as a list too, of the project only', async () => {
    const list = `Bokföringsdatum;Verifikation;Konto;Debet;Kredit;Projekt\n${YEAR}-03-01;A1;5010;"1 000,60";;P1\n${YEAR}-03-02;A2;5010;;0,10;P1\n${YEAR - 1}-03-02;A3;9999;5;;P2\n`;
    const mapping = { ...MAPPING, only: [{ object: 'P1' }] };
    const { body } = await must(send(await openReport(), Buffer.from(list, 'latin1'), { mapping }), 201);
    expect(body).toMatchObject({ format: 'csv', encoding: 'latin1', findings: [] });
    expect(sumsOf(body)).toEqual([[YEAR, 'personnel', 100_050, 1_000, 1_000_000]]);
  });

  it('are read once for a key', async () => {
    const of = await openReport();
    const first = await must(send(of, BOOKS, {}, { key: 'books-once' }), 201);
    const again = await must(send(of, BOOKS, {}, { key: 'books-once' }), 201);
    expect([again.headers.get('idempotent-replayed'), again.body]).toEqual(['true', first.body]);
    expect((await applicant.get(`/reports/${of}/accounting`)).body.total).toBe(1);
    const other = await send(
      of,
      sie(...ver(1, `${YEAR}0101`, '5010 {} 1', '1930 {} -1')),
      {},
      { key: 'books-once' },
    );
    expectProblem(other, 422, 'idempotencyKeyReused');
  });
});

describe('what is wrong in a file', () => {
  it('is told line by line, all at once, and nothing of it is taken in', async () => {
    const report = await openReport();
    const file = sie(
      ...ver(1, `${YEAR}0131`, '5010 {} 10.00', '1930 {} -9.00'),
      ...ver(2, `${YEAR - 1}1231`, '5010 {} 5.00', '1930 {} -5.00'),
      ...ver(3, `${YEAR}0131`, '7010 {} 5.00', '1930 {} -5.00'),
      ...ver(4, `${YEAR}0131`, '5010 {} 5,00', '1930 {} -5.00'),
    );
    const { body } = await must(send(report, file), 201);
    expect(body.findings.map(({ code, path }: Any) => [path, code])).toEqual([
      ['file:5', 'verificationUnbalanced'],
      ['file:22', 'accountingAmountInvalid'],
      ['file:12', 'accountedOutsideYears'],
      ['file:17', 'accountNotMapped'],
    ]);
    expect(body.findingCount).toBe(4);
    const before = await everything(medel);
    const refused = await adopt(body.id);
    expectProblem(refused, 422, 'rulesNotMet');
    expect(refused.body.findings).toHaveLength(4);
    expect(refused.body.findings[0].detail).toBe(
      'Verifikation A 1 på rad 5 balanserar inte. Skillnaden är 1.00 kr.',
    );
    expect(await everything(medel)).toBe(before);
  });

  it.each<[string, Buffer | string, Any, string[]]>([
    ['a mapping that is none', BOOKS, { mapping: '[]' }, ['mapping notObject']],
    ['a mapping that is no JSON', BOOKS, { mapping: '{' }, ['mapping notObject']],
    [
      'every fault of a mapping',
      BOOKS,
      {
        mapping: {
          accounts: [{ from: 'x', to: '59', kind: 'wine', more: 1 }],
          only: [{}],
          columns: { date: '' },
        },
      },
      [
        'mapping.accounts[0].from notDigits',
        'mapping.accounts[0].kind notOneOf',
        'mapping.accounts[0].more unknownField',
        'mapping.columns.date tooShort',
        'mapping.only[0].object required',
      ],
    ],
    [
      'accounts of two kinds',
      BOOKS,
      { mapping: { accounts: [...MAPPING.accounts, { from: '599', to: '600', kind: 'other' }] } },
      ['mapping.accounts[2] accountRangeTwice'],
    ],
    ['an unknown encoding', BOOKS, { encoding: 'ebcdic' }, ['encoding notOneOf']],
    ['another encoding than it has', BOOKS, { encoding: 'utf8' }, ['file accountingNotText']],
    ['bytes', Buffer.from([0, 1, 2, 0xff]), {}, ['file accountingNotText']],
    [
      'marks without end on one letter',
      `Datum;Konto;Belopp;Text\n${YEAR}-01-01;5010;1;a${'\u0301\u0323'.repeat(50_000)}\n`,
      {},
      ['file accountingNotText'],
    ],
    ['nothing', '', {}, ['file accountingEmpty']],
    ['a header alone', 'Datum;Konto;Belopp\n', {}, ['file accountingEmpty']],
    ['a field too many', BOOKS, { years: '2027' }, ['years unknownField']],
  ])('%s is refused, and leaves nothing', async (_, file, fields, told) => {
    const report = await openReport();
    const before = await everything(medel);
    const refused = await send(report, file, fields);
    expectProblem(refused, 400, 'invalid');
    expect(findingsOf(refused)).toEqual(told);
    expect(await everything(medel)).toBe(before);
    expect((await applicant.get(`/reports/${report}/accounting`)).body.total).toBe(0);
  });

  it('may be its form or its size', async () => {
    const report = await openReport();
    const path = `/reports/${report}/accounting`;
    expectProblem(await applicant.post(path, { body: {} }), 415, 'unsupportedMediaType');
    const large = Buffer.alloc(8 * 1024 * 1024 + 1, '#');
    expectProblem(await send(report, large), 413, 'tooLarge');
    const name = `../../${'å'.repeat(220)}\u0007.se`;
    const { body } = await must(send(report, BOOKS, {}, { name }), 201);
    expect(['/', '\\', '\u0007'].filter((sign) => body.fileName.includes(sign))).toEqual([]);
    expect(body.fileName.length).toBeLessThanOrEqual(200);
  });

  it('may be one file too many', async () => {
    const report = await openReport();
    const answers = await Promise.all(Array.from({ length: 32 }, () => send(report, BOOKS)));
    expect(tally(answers)).toEqual({ 201: 30, '409 conflict': 2 });
    expect(findingsOf(await send(report, BOOKS))).toEqual(['file tooManyAccountingImports']);
    expect((await applicant.get(`/reports/${report}/accounting`)).body.total).toBe(30);
  });

  it('may be whose it is', async () => {
    await medel.owner.query(
      `UPDATE organisations SET organisation_number = '212000-1124' WHERE code = '1275'`,
    );
    const file = (number: string) =>
      sie(`#ORGNR ${number}`, ...ver(1, `${YEAR}0101`, '5010 {} 1', '1930 {} -1'));
    const report = await openReport();
    const codes = async (number: string) =>
      (await must(send(report, file(number)), 201)).body.findings.map(({ code }: Any) => code);
    expect(await codes('2120001124')).toEqual([]);
    expect(await codes('556000-0000')).toEqual(['accountingOfAnother']);
  });
});

describe('who may', () => {
  it('is the recipient, while the report is written', async () => {
    const report = await openReport();
    const { body } = await must(send(report, BOOKS), 201);
    for (const name of ['handlaggare', 'beslut', 'ekonomi', 'revisor', 'admin'] as const) {
      expectProblem(await send(report, BOOKS, { who: people[name] }), 403, 'forbidden');
      expectProblem(await adopt(body.id, people[name]), 403, 'forbidden');
      await must(people[name].get(`/accounting-imports/${body.id}`), 200);
    }
    for (const path of ['', '/file'])
      expectProblem(
        await people['sokande.annan'].get(`/accounting-imports/${body.id}${path}`),
        404,
        'notFound',
      );
    expectProblem(await adopt(body.id, people['sokande.annan']), 404, 'notFound');
    expectProblem(await send(report, BOOKS, { who: people['sokande.annan'] }), 404, 'notFound');
    expectProblem(await send(NOWHERE, BOOKS), 404, 'notFound');
    expectProblem(await people['sokande.annan'].get(`/reports/${report}/accounting`), 404, 'notFound');

    await stage.handIn(report);
    expectProblem(await send(report, BOOKS), 409, 'illegalTransition');
    expectProblem(await adopt(body.id), 409, 'illegalTransition');
    const shown = (await applicant.get(`/accounting-imports/${body.id}`)).body;
    expect(shown.actions).toEqual([]);
  });

  it('take turns: of many who adopt, one does', async () => {
    const report = await openReport();
    const { body } = await must(send(report, BOOKS), 201);
    const answers = await Promise.all(Array.from({ length: 8 }, () => adopt(body.id)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(7).fill(409)]);
  });

  it('nobody, of the file that was kept', async () => {
    const { rows } = await medel.owner.query(`SELECT id FROM accounting_imports LIMIT 1`);
    await expect(
      medel.owner.query(`UPDATE accounting_imports SET sha256 = 'x', version = version + 1 WHERE id = $1`, [
        rows[0].id,
      ]),
    ).rejects.toThrow(/never changes|no step/);
  });
});

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, figure, Medel, startProcesses, until, type Answer, type Any } from '#testing';
import { camt054, upload, XML } from '../../api/bank.js';
import { everything, expectProblem, findingsOf } from '../../api/problem.js';
import { docx, jpeg, ods, odt, pdf, png, xlsx, zipOf } from '../../api/sample-files.js';
import { must, Stage, YEAR } from '../../api/stage.js';
import { bomb, forged, overlapping, rawForm, utf16be } from './forge.js';

const MEGABYTE = 1024 * 1024;
/** What a process may grow by at most, whatever it is sent. The largest thing that is ever held is ten megabytes. */
const MOST_GROWTH = 160 * MEGABYTE;
const html = '<!DOCTYPE html><script>alert(1)</script>';
const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';

let medel: Medel;
let stage: Stage;
let processes: Awaited<ReturnType<typeof startProcesses>>;
let applicant: Client;
let draft: string;
let tried = 0;

const client = (name: string) => new Client(processes.address).signIn(`${name}@medel.example`);
/** The most that a process has held since it was last forgotten, bytes. */
const peak = (pid: number) =>
  Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) * 1024;
const forget = (pid: number) => writeFileSync(`/proc/${pid}/clear_refs`, '5');
const peaks = new Map<number, number>();

beforeAll(async () => {
  medel = await Medel.start();
  stage = await Stage.set(medel);
  processes = await startProcesses(medel.config);
  await processes.api.start();
  await processes.worker.start();
  applicant = await client('sokande.1275');
  draft = await stage.application('draft');
  // A sound one of the largest size, so that what it costs is there before anything is measured.
  const warm = await stage.application('draft');
  const large = Buffer.concat([pdf(), Buffer.alloc(25 * MEGABYTE - pdf().length)]);
  await must(applicant.upload(`/applications/${warm}/attachments`, large, {}, { name: 'a.pdf' }), 201);
  if (process.platform !== 'linux') return;
  for (const { pid } of [processes.api, processes.worker]) {
    forget(pid!);
    peaks.set(pid!, peak(pid!));
  }
}, 300_000);
afterAll(async () => {
  figure('files', 'hostile', tried);
  await processes.api.kill();
  await processes.worker.kill();
  await medel.expectCoherent();
  await medel.stop();
});

/** The worker may make a letter meanwhile. */
const stored = () =>
  readdirSync(medel.config.storageDirectory)
    .filter((name) => !name.startsWith('letter-'))
    .toSorted();
const attach = (content: Buffer | string, name: string, type = ''): Promise<Answer<Any>> =>
  applicant.upload(`/applications/${draft}/attachments`, content, {}, { name, type });

/** Refused in a way that is declared, and nothing is left of it. */
async function refusal(send: () => Promise<Answer<Any>>): Promise<Answer<Any>> {
  tried += 1;
  const before = [await everything(medel), stored()];
  const answer = await send();
  expect([400, 413, 415]).toContain(answer.status);
  expectProblem(
    answer,
    answer.status,
    { 400: 'invalid', 413: 'tooLarge', 415: 'unsupportedMediaType' }[answer.status]!,
  );
  expect([await everything(medel), stored()]).toEqual(before);
  return answer;
}

describe('an attachment', () => {
  const macros = { 'word/vbaProject.bin': 'x' };
  const many = () => docx(Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`x/${n}`, ''])));
  const not = 'fileNotWhatItSays';
  const unsafe = 'archiveUnsafe';
  const never = 'fileTypeNotAllowed';

  it.each<[string, () => Buffer | string | Promise<Buffer>, string, string, string]>([
    ['a page that says it is a PDF', () => html, 'a.pdf', 'application/pdf', not],
    ['a page that says it is an image', () => html, 'a.png', 'image/png', not],
    ['a drawing that says it is an image', () => svg, 'a.png', 'image/png', not],
    ['a page that says it is a list', () => `\ufeff \n${html}`, 'a.csv', 'text/csv', not],
    ['a drawing with a script', () => svg, 'a.svg', 'image/svg+xml', never],
    ['a page', () => html, 'a.html', 'text/html', never],
    ['a program', () => Buffer.from('4d5a9000', 'hex'), 'a.exe', '', never],
    ['a program that says it is a list', () => Buffer.from('7f454c460201010000', 'hex'), 'a.csv', '', not],
    ['one without an ending', pdf, 'pdf', '', never],
    ['one with two endings', () => html, 'a.pdf.html', '', never],
    ['one whose ending is turned around', pdf, 'a\u202efdp.exe', '', never],
    ['one whose ending ends in a blank', pdf, 'a.pdf ', '', never],
    ['a PDF that says it is an image', pdf, 'a.png', '', not],
    ['an image that was sent as a PDF', png, 'a.png', 'application/pdf', not],
    ['a PDF behind a page', () => Buffer.concat([Buffer.from(html), pdf()]), 'a.pdf', '', not],
    ['a document behind a PDF', async () => Buffer.concat([pdf(), await docx()]), 'a.docx', '', not],
    ['a workbook that says it is a text', xlsx, 'a.docx', '', not],
    ['a zip of anything', () => zipOf({ 'a.txt': 'Demo' }), 'a.docx', '', not],
    [
      'a zip in a zip',
      async () => zipOf({ 'a.zip': (await bomb()).toString('latin1') }),
      'a.docx',
      '',
      unsafe,
    ],
    ['nothing', () => '', 'a.pdf', '', 'fileEmpty'],
    ['a blank', () => ' ', 'a.pdf', '', not],
    ['a bomb', bomb, 'a.odt', '', unsafe],
    ['a bomb of one entry many times', () => overlapping(), 'a.docx', '', unsafe],
    [
      'one that unpacks to more than it says',
      () => forged(docx(), (entry) => entry.writeUInt32LE(1, 24)),
      'a.docx',
      '',
      unsafe,
    ],
    [
      'one that says it unpacks to four gigabytes',
      () => forged(docx(), (entry) => entry.writeUInt32LE(0xfffffffe, 24)),
      'a.docx',
      '',
      unsafe,
    ],
    [
      'one that is locked',
      () => forged(docx(), (entry) => entry.writeUInt16LE(entry.readUInt16LE(8) | 1, 8)),
      'a.docx',
      '',
      unsafe,
    ],
    [
      'one packed in a way that nobody knows',
      () => forged(docx(), (entry) => entry.writeUInt16LE(99, 10)),
      'a.docx',
      '',
      unsafe,
    ],
    [
      'one whose entry lies beyond its end',
      () => forged(docx(), (entry) => entry.writeUInt32LE(0xfffffff0, 42)),
      'a.docx',
      '',
      unsafe,
    ],
    ['one with macros', () => docx(macros), 'a.docx', '', unsafe],
    ['one that leads out of itself', () => docx({ '../../evil.xml': 'x' }), 'a.docx', '', unsafe],
    ['one that leads to the root', () => docx({ '/etc/passwd': 'x' }), 'a.docx', '', unsafe],
    ['one that leads out as Windows does', () => docx({ '..\\..\\evil.xml': 'x' }), 'a.docx', '', unsafe],
    ['one that leads to a drive', () => docx({ 'c:/evil.xml': 'x' }), 'a.docx', '', unsafe],
    ['one that is cut off', async () => (await docx()).subarray(0, 200), 'a.docx', '', unsafe],
    ['too many entries', many, 'a.docx', '', unsafe],
    ['25 MB and a byte', () => Buffer.alloc(25 * MEGABYTE + 1, '%PDF-1.7 '), 'a.pdf', '', ''],
    ['a name of 256 characters', pdf, `${'a'.repeat(252)}.pdf`, '', 'tooLong'],
    ['a name with NUL', pdf, 'a\0.pdf', '', 'malformedText'],
  ])('is refused: %s', async (_, make, name, type, finding) => {
    const content = await make();
    const answer = await refusal(() => attach(content, name, type));
    expect(findingsOf(answer)).toEqual(finding ? [`file ${finding}`] : []);
  });

  it('that is too large and does not say how large it is is refused as it comes', async () => {
    const { type, body } = rawForm(
      'form-data; name="file"; filename="a.pdf"',
      Buffer.alloc(26 * MEGABYTE, '%PDF-1.7 '),
    );
    const pieces = Array.from({ length: 27 }, (_, n) => body.subarray(n * MEGABYTE, (n + 1) * MEGABYTE));
    await refusal(async () => {
      const response = await fetch(`${processes.address}/api/v1/applications/${draft}/attachments`, {
        method: 'POST',
        headers: { cookie: applicant.session, 'content-type': type },
        body: ReadableStream.from(pieces),
        duplex: 'half',
      });
      return { status: response.status, headers: response.headers, body: (await response.json()) as Any };
    });
  });

  it('of every kind, cut off anywhere, is taken in or refused, and never more', async () => {
    const whole = {
      pdf: pdf(),
      png: png(),
      jpg: jpeg(),
      docx: await docx(),
      odt: await odt(),
      ods: await ods(),
    };
    for (const [ending, content] of Object.entries(whole))
      for (let at = 0; at < content.length; at += Math.ceil(content.length / 9)) {
        tried += 1;
        const answer = await attach(content.subarray(0, at), `a.${ending}`);
        expect([201, 400, 415]).toContain(answer.status);
        if (answer.status !== 201) continue;
        await must(applicant.delete(`/applications/${draft}/attachments/${answer.body.id}`), 204);
      }
  });

  it.each([
    ['../../../etc/passwd.pdf', /^[^/]*passwd\.pdf$/],
    ['..\\..\\windows\\a.pdf', /^[^\\]*a\.pdf$/],
    ['a\u202egpj.pdf', /^agpj\.pdf$/],
    ['a\u0007\u001b[31m\r\nb.pdf', /^[^\p{C}]+\.pdf$/u],
    ['Malmo\u0308.pdf', /^Malmö\.pdf$/],
    [`${'å'.repeat(250)}.pdf`, /^å{196}\.pdf$/],
    [`${'😀'.repeat(120)}.pdf`, /^😀+\.pdf$/u],
    ['\u202e\u200b.pdf', /^\.pdf$/],
  ])('that is called %j keeps of it what may be shown, and how it ends', async (name, shown) => {
    const { body } = await must(attach(pdf(), name), 201);
    expect(body.fileName).toMatch(shown);
    expect(body.fileName.length).toBeLessThanOrEqual(200);
    const path = `/applications/${draft}/attachments/${body.id}`;
    const { headers } = await must(applicant.get<string>(path), 200);
    const disposition = headers.get('content-disposition')!;
    expect(disposition).toMatch(/^attachment; filename="file"; filename\*=UTF-8''[\w%.!~-]+$/);
    expect(decodeURIComponent(disposition.split("''")[1]!)).toBe(body.fileName);
    await must(applicant.delete(path), 204);
  });

  it.each([
    ['a line break in its name', 'form-data; name="file"; filename="a\r\nX-Demo: 1.pdf"'],
    ['no name', 'form-data; name="file"'],
    ['an empty name', 'form-data; name="file"; filename=""'],
    ['the name of another part', 'form-data; name="__proto__"; filename="a.pdf"'],
    ['no name of the part', 'form-data; filename="a.pdf"'],
    ['a name of broken bytes', 'form-data; name="file"; filename="\xff\xfe.exe"'],
    ['another disposition', 'attachment; filename="a.pdf"'],
  ])('in a form with %s is refused', async (_, disposition) => {
    const { type, body } = rawForm(disposition, pdf());
    await refusal(async () => {
      const response = await fetch(`${processes.address}/api/v1/applications/${draft}/attachments`, {
        method: 'POST',
        headers: { cookie: applicant.session, 'content-type': type },
        body: new Uint8Array(body),
      });
      return { status: response.status, headers: response.headers, body: (await response.json()) as Any };
    });
  });

  it.each([
    ['a page', `%PDF-1.7\n${html}`, 'a.pdf'],
    ['a script', `%PDF-1.7\n1;alert(1)`, 'a.pdf'],
  ])('that is %s as well is never anything in a browser but a file to keep', async (_, content, name) => {
    const { body } = await must(attach(content, name, 'application/pdf'), 201);
    const path = `/applications/${draft}/attachments/${body.id}`;
    const { headers } = await must(applicant.get<string>(path), 200);
    expect(
      Object.fromEntries(
        ['content-type', 'content-security-policy', 'x-content-type-options', 'cache-control'].map(
          (header) => [header, headers.get(header)],
        ),
      ),
    ).toEqual({
      'content-type': 'application/octet-stream',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(headers.get('content-disposition')).toMatch(/^attachment;/);
    await must(applicant.delete(path), 204);
  });
});

describe('a file of figures', () => {
  const HEADER = 'organisationCode,measure,year,value\n';
  const FIELDS = { kind: 'areaType12Share', source: 'Demo: påhittade värden', vintage: 'Demo' };
  const row = '1280,areaType12Share,2020,0.5\n';
  const counts = async () =>
    (
      await medel.owner.query(
        'SELECT (SELECT count(*) FROM measure_values) AS kept, (SELECT count(*) FROM staged_measure_series) AS staged',
      )
    ).rows[0];

  it.each<[string, () => Buffer | string | Promise<Buffer>]>([
    ['a bomb', () => gzipSync(Buffer.alloc(300 * MEGABYTE, '0'))],
    ['a bomb of rows', () => gzipSync(HEADER + row.repeat(4_000_000).slice(0, 100 * MEGABYTE))],
    ['a bomb in a zip', () => zipOf({ 'a.csv': 300 * MEGABYTE })],
    ['many files', () => zipOf({ 'a.csv': HEADER + row, 'b.csv': HEADER + row })],
    ['a zip in a zip', async () => zipOf({ 'a.csv': (await zipOf({ 'b.csv': row })).toString('latin1') })],
    ['a workbook', xlsx],
    [
      'cells that a spreadsheet would compute',
      () => `${HEADER}=cmd|'/c calc'!A0,areaType12Share,2020,=1+1\n`,
    ],
    ['a value that a spreadsheet would compute', () => `${HEADER}1280,areaType12Share,2020,@SUM(A1:A9)\n`],
    ['a page', () => html],
    ['NUL', () => `${HEADER}1280,areaType12Share,2020,0.5\0\n`],
    ['a quotation that never ends', () => `${HEADER}"${'x'.repeat(20 * MEGABYTE)}`],
    ['a line that never ends', () => HEADER.slice(0, -1) + ','.repeat(20 * MEGABYTE)],
    ['random bytes', () => Buffer.from(Array.from({ length: 4_096 }, (_, n) => (n * 7_919) % 251))],
    ['a name that is an object’s own', () => `__proto__,constructor\n1,2\n`],
  ])('that is %s is read, refused, told why, and nothing of it is kept', async (_, make) => {
    tried += 1;
    const admin = await client('admin');
    const before = await counts();
    const { body } = await must(admin.upload<Any>('/measure-datasets', await make(), FIELDS), 202);
    const read = await until(
      async () => {
        const shown = (await admin.get(`/measure-datasets/${body.id}`)).body;
        return shown.status !== 'reading' && shown;
      },
      { seconds: 100, pause: 100 },
    );
    expect(read.status).toBe('failed');
    expect(read.failure ?? read.rejected.length).toBeTruthy();
    for (const { code, detail } of read.rejected) expect([code, detail]).not.toEqual([code, code]);
    expect(await counts()).toEqual(before);
  });
});

describe('a file of books', () => {
  let report: string;
  const MAPPING = { accounts: [{ from: '50', to: '59', kind: 'personnel' }] };
  const sie = (text = 'Demo') =>
    `#FLAGGA 0\r\n#FORMAT PC8\r\n#SIETYP 4\r\n#FNAMN "${text}"\r\n#VER A 1 ${YEAR}0131 "Demo"\r\n{\r\n#TRANS 5010 {} 1\r\n#TRANS 1930 {} -1\r\n}\r\n`;
  const send = (content: Buffer | string, fields: Record<string, string> = {}, name = 'böcker.se') =>
    applicant.upload<Any>(
      `/reports/${report}/accounting`,
      content,
      { mapping: JSON.stringify(MAPPING), ...fields },
      { name },
    );
  beforeAll(async () => {
    report = await stage.report('open');
  });

  it.each<[string, () => Buffer | string | Promise<Buffer>, Record<string, string>]>([
    ['in UTF-16', () => Buffer.from(`\ufeff${sie('Räksmörgås')}`, 'utf16le'), {}],
    ['in UTF-16, the other way around', () => utf16be(sie('Räksmörgås')), {}],
    [
      'in Latin-1 that says it is UTF-8',
      () => Buffer.from(sie('Räksmörgås'), 'latin1'),
      { encoding: 'utf8' },
    ],
    ['with NUL', () => sie('a\0b'), {}],
    ['in an encoding that nobody knows', () => sie(), { encoding: 'EBCDIC' }],
    ['that is a workbook', xlsx, {}],
    ['that is a workbook and says it is SIE', xlsx, { format: 'sie' }],
    ['that is a bomb', () => gzipSync(Buffer.alloc(100 * MEGABYTE)), {}],
    [
      'that is random bytes',
      () => Buffer.from(Array.from({ length: 4_096 }, (_, n) => (n * 7_919) % 251)),
      {},
    ],
    ['that is nothing', () => '', {}],
    ['that is a byte order mark', () => '\ufeff', {}],
    ['of 8 MB and a byte', () => Buffer.alloc(8 * MEGABYTE + 1, '#'), {}],
  ])('%s is refused, and nothing is kept', async (_, make, fields) => {
    const content = await make();
    await refusal(() => send(content, fields));
  });

  it.each<[string, () => Buffer | string, Record<string, string>]>([
    ['in UTF-8 that says it is PC8', () => sie('Räksmörgås'), {}],
    ['in Latin-1 that says it is PC8', () => Buffer.from(sie('Räksmörgås'), 'latin1'), {}],
  ])('%s is read as what it is', async (_, make, fields) => {
    const { body } = await must(send(make(), fields), 201);
    expect(body.company.name).toBe('Räksmörgås');
  });

  it.each<[string, string, string]>([
    ['a verification that never ends', sie().replace('}\r\n', '#TRANS 5010 {} 1\r\n'.repeat(50_000)), 'a.se'],
    ['braces within braces', sie().replace('{}', '{'.repeat(100_000)), 'a.se'],
    ['a quotation that never ends', sie().replace('"Demo"\r\n{', `"${'x'.repeat(MEGABYTE)}\r\n{`), 'a.se'],
    ['a sum beyond all numbers', sie().replace(' 1\r\n', ` ${'9'.repeat(400)}\r\n`), 'a.se'],
    ['cells that a spreadsheet would compute', `Datum;Konto;Belopp\n${YEAR}-01-31;5010;=1+1\n`, 'a.csv'],
    ['an account that a spreadsheet would compute', `Datum;Konto;Belopp\n${YEAR}-01-31;=cmd|x;1\n`, 'a.csv'],
  ])('with %s is refused, or told by line and cannot be taken in', async (_, content, name) => {
    tried += 1;
    const answer = await send(content, {}, name);
    expect(answer.status).toBeLessThan(500);
    if (answer.status !== 201) return expect([400, 413]).toContain(answer.status);
    expect(answer.body.findingCount).toBeGreaterThan(0);
    const adopted = await applicant.post(`/accounting-imports/${answer.body.id}/adopt`);
    expectProblem(adopted, 422, 'rulesNotMet');
  });
});

describe('a notice of the bank', () => {
  let finance: Client;
  let file: string;
  let notice: string;
  beforeAll(async () => {
    finance = await client('ekonomi');
    const { payments } = await stage.decision('approved');
    await must(finance.post(`/payments/${payments[0].id}/attest`), 200);
    const { body } = await must(
      finance.post<Any>('/payment-files', { body: { paymentIds: [payments[0].id] } }),
      202,
    );
    file = body.id;
    await until(async () => (await finance.get(`/payment-files/${file}`)).body.status === 'ready', {
      seconds: 60,
    });
    notice = camt054([{ endToEndId: payments[0].id.replaceAll('-', ''), amount: '800000.00' }]);
  }, 120_000);

  const entities = (count: number, times: number) =>
    Array.from({ length: count }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(times)}">`).join('');
  const declaring = (declared: string, use = '&l9;') =>
    notice.replace('?>', `?><!DOCTYPE Document [<!ENTITY l0 "lol">${declared}]>`).replace('CAMT-1', use);

  it.each<[string, () => string]>([
    ['a billion laughs', () => declaring(entities(9, 10))],
    [
      'one long entity many times',
      () => declaring(`<!ENTITY l9 "${'x'.repeat(100_000)}">`, '&l9;'.repeat(10_000)),
    ],
    ['a file of ours by its name', () => declaring('<!ENTITY l9 SYSTEM "file:///etc/passwd">')],
    ['somebody else’s server', () => declaring('<!ENTITY l9 SYSTEM "http://127.0.0.1:9/x">')],
    ['a parameter entity', () => declaring('<!ENTITY % p SYSTEM "file:///etc/passwd">%p;', 'x')],
    ['elements within elements', () => notice.replace('CAMT-1', '<a>'.repeat(500_000))],
    [
      'elements that are all closed',
      () => notice.replace('CAMT-1', `${'<a>'.repeat(300_000)}${'</a>'.repeat(300_000)}`),
    ],
    [
      'half a million attributes',
      () =>
        notice.replace(
          '<GrpHdr>',
          `<GrpHdr ${Array.from({ length: 300_000 }, (_, n) => `a${n}="1"`).join(' ')}>`,
        ),
    ],
    [
      'one attribute that never ends',
      () => notice.replace('<GrpHdr>', `<GrpHdr a="${'x'.repeat(9 * MEGABYTE)}>`),
    ],
    ['10 MB and a byte', () => notice.replace('CAMT-1', 'x'.repeat(10 * MEGABYTE))],
  ])('with %s is refused, at once', async (_, make) => {
    const content = make();
    const started = performance.now();
    const answer = await refusal(() => upload(finance, file, content, XML));
    expect(performance.now() - started).toBeLessThan(30_000);
    expect(JSON.stringify(answer.body)).not.toContain('root:');
  });
});

describe('whatever they were sent,', () => {
  it('API and worker are the ones that began, and held no more than they must', () => {
    expect([processes.api.isAlive, processes.worker.isAlive]).toEqual([true, true]);
    if (peaks.size === 0) return;
    for (const [name, { pid }] of Object.entries({ api: processes.api, worker: processes.worker })) {
      const growth = peak(pid!) - peaks.get(pid!)!;
      figure('files', `${name}.grewByMegabytes`, Math.round(growth / MEGABYTE));
      expect([name, Math.round(growth / MEGABYTE)]).toEqual([name, expect.any(Number)]);
      expect(growth).toBeLessThan(MOST_GROWTH);
    }
  });
});

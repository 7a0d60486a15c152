import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseCsv } from '#platform/csv';
import { type Any, Cases, forbiddenInArchive, Medel, readPdf, readSheet, tagged, unzipAll } from '#testing';
import { addAuditEvents, Exporting, FORMATS, rowKinds, verify } from '../api/exporting.js';

const year = new Date().getFullYear();
const HOSTILE = [
  `=cmd|'/c calc'!A1`,
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '＝1+1',
  `'=1+1`,
  '\tflik',
  '\rretur',
  '\nny rad',
  'rad ett\r\nrad två\nrad tre',
  '"',
  '""citat", med; komma',
  '\u202eexe.tekcip\u202c \u200f \u2067vänd\u2069 \u202a\u202b\u202d\u2066\u2068',
  'Budget\u2028och\u2029tidplan',
  'emoji 👩‍👩‍👧 😀 中文 שלום',
  '\u0001\u0008\u000b\u001f\u007f',
  '<script>&amp;</script> ]]>',
  '_x0041_ \\. \\N',
  ' mellanslag ',
  'lång '.repeat(8_000),
];
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');
const pdftotext = (pdf: Buffer) =>
  spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf }).stdout.toString();
const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;

describe('files of exports', () => {
  let medel: Medel;
  let exporting: Exporting;
  let names: string[];
  let cases: Cases;
  let organisationId: string;
  const measures = { kind: 'measures', filters: { measure: 'areaType12Share' } };

  beforeAll(async () => {
    medel = await Medel.start({ worker: true });
    exporting = new Exporting(medel, await medel.as('revisor'));
    cases = await Cases.open(medel, { years: [year, year + 1], appropriated: [year, year + 1] });
    await cases.approved({ title: '=1+1' });
    await cases.submitted();
    const { rows } = await medel.owner.query(
      `SELECT DISTINCT o.id, o.code FROM organisations o JOIN measure_values v ON v.organisation_id = o.id
       WHERE v.measure_code = 'areaType12Share' AND o.kind = 'municipality' ORDER BY o.code LIMIT $1`,
      [HOSTILE.length],
    );
    expect(rows).toHaveLength(HOSTILE.length);
    for (const [index, name] of HOSTILE.entries())
      await medel.owner.query('UPDATE organisations SET name = $1 WHERE id = $2', [name, rows[index].id]);
    organisationId = (await exporting.client.get('/organisations?code=1275')).body.items[0].id;
    names = rows.map(({ code }) => code);
  });
  afterAll(() => medel.stop());

  /** Values of a column of the rows with hostile names, in the order of `HOSTILE`. */
  const hostile = (rows: Record<string, string>[], code = 'organisationCode', name = 'organisation') =>
    names.map((each) => rows.find((row) => row[code] === each)![name]);

  it.each(rowKinds.map(({ kind }) => kind))(
    'have the same rows and sums of %s in every format',
    async (kind) => {
      const made = [];
      for (const format of FORMATS) {
        const filters = { measures: measures.filters, eligibility: { organisationId } }[kind] ?? {};
        made.push(await exporting.make({ kind, format, filters, asOf: null }));
      }
      const told = made.map(({ state, manifest, file }) => {
        const { rowCount, controlSums, rowsSha256, snapshot, file: stored, ...rest } = JSON.parse(manifest);
        expect(state).toMatchObject({ rowCount, rowsSha256, sha256: stored.sha256, size: stored.size });
        expect(state.controlSums).toEqual(
          Object.fromEntries(Object.entries(controlSums).map(([key, sum]) => [key, Number(sum)])),
        );
        expect(stored).toMatchObject({ sha256: sha256(file), size: file.length });
        expect(snapshot.at <= rest.madeAt && rest.requestedAt <= snapshot.at).toBe(true);
        return { rowCount, controlSums, rowsSha256: kind === 'audit-trail' ? null : rowsSha256 };
      });
      // Each order adds an event to the trail, so that one is longer each time.
      if (kind !== 'audit-trail') for (const each of told) expect(each).toEqual(told[0]);
      for (const [at, { file, manifest }] of made.entries()) {
        const { code, said } = verify(file, manifest);
        expect([FORMATS[at], code, said]).toEqual([
          FORMATS[at],
          0,
          expect.stringContaining('is what the manifest says'),
        ]);
        if (FORMATS[at] !== 'pdf') expect(said).toMatch(/rowsSha256 (?:\w{64}: as told|cannot be told)/);
      }
    },
  );

  it('are sealed in the trail, with their manifest', async () => {
    const { id, file, manifest } = await exporting.make({ kind: 'decisions', format: 'xlsx' });
    const { rows } = await medel.owner.query(
      `SELECT data FROM audit_events WHERE subject_id = $1 AND action = 'complete'`,
      [id],
    );
    const { rowsSha256 } = JSON.parse(manifest);
    expect(rows[0].data).toMatchObject({
      sha256: sha256(file),
      manifestSha256: sha256(manifest),
      rowsSha256,
    });
  });

  it('say in words what they are of', async () => {
    const filters = { organisationId, status: 'approved', programmeCode: 'exempel-2027', year };
    const { manifest, file } = await exporting.make({ kind: 'decisions', format: 'xlsx', filters });
    const told = JSON.parse(manifest);
    expect(told).toMatchObject({
      kind: 'decisions',
      title: { sv: 'Beslut', en: 'Decisions' },
      requestedBy: { name: expect.stringContaining('Demo') },
      rules: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    const words = told.filtersInWords.map((each: Any) => `${each.name.sv}: ${each.value.sv}`);
    expect(words.sort()).toEqual([
      expect.stringMatching(/^Organisation: (?!0)/),
      'Status: Beslutat',
      expect.stringMatching(/^Stöd: (?!exempel-2027$)/),
      `År som bidrag har beviljats för (beloppen gäller alla år i ärendet): ${year}`,
    ]);
    expect(told.rules.wordings.length).toBeGreaterThan(0);
    expect(told.datasets.map(({ id }: Any) => id)).toEqual(
      (
        await medel.owner.query(
          `SELECT id FROM measure_datasets d WHERE status = 'accepted' AND EXISTS
            (SELECT FROM measure_series s WHERE s.dataset_id = d.id) ORDER BY loaded_at, id`,
        )
      ).rows.map(({ id }) => id),
    );
    const cover = readSheet(unzipAll(file).get('xl/worksheets/sheet1.xml')!.toString());
    const lines = Object.fromEntries(cover.map((line) => [line[0]!.value, line[1]?.value]));
    expect(lines).toMatchObject({
      Beslut: undefined,
      'Antal rader': String(told.rowCount),
      'Radernas kontrollsumma (SHA-256)': told.rowsSha256,
      'Avstämningssumma: Beviljat bidrag': told.controlSums.granted,
    });
    expect(lines['Urval']).toContain('Status: ');
  });

  it('name the wording that their cases are judged by, and no other', async () => {
    const { rows } = await medel.owner.query(`SELECT DISTINCT wording_from::text AS day FROM calls
      WHERE programme_code = 'exempel-2025' AND id IN (SELECT call_id FROM applications WHERE submitted_at IS NOT NULL)`);
    const pinned = { programme: 'exempel-2025', validFrom: rows[0].day };
    const judgedBy = async (kind: string, filters: object) => {
      const { file, manifest } = await exporting.make({ kind, format: 'xlsx', filters });
      const cover = readSheet(unzipAll(file).get('xl/worksheets/sheet1.xml')!.toString());
      const line = cover.find((each) => each[0]!.value === 'Lydelser som ärendena prövas enligt');
      return { told: JSON.parse(manifest).rules.judgedBy, line: line?.[1]?.value };
    };
    const one = await judgedBy('decisions', { programmeCode: 'exempel-2025' });
    expect(one.told).toEqual([expect.objectContaining(pinned)]);
    expect(one.line).toContain(`gällande från ${pinned.validFrom}`);
    expect((await judgedBy('summary', {})).told).toEqual(one.told);
    expect(await judgedBy('decisions', { programmeCode: 'sfs-2018-118' })).toEqual({
      told: [],
      line: undefined,
    });
    expect(await judgedBy('measures', measures.filters)).toEqual({ told: [], line: undefined });
  });

  it('have words for people, and codes for machines with a sheet of what they mean', async () => {
    const order = { kind: 'decisions', filters: { status: 'approved' } };
    const csv = parseCsv((await exporting.make({ ...order, format: 'csv' })).file.toString());
    expect(csv[0]).toMatchObject({ status: 'approved', outcome: 'approve' });
    const files = unzipAll((await exporting.make({ ...order, format: 'xlsx' })).file);
    const [heading, row] = readSheet(files.get('xl/worksheets/sheet2.xml')!.toString());
    const at = (name: string) => row![heading!.findIndex((cell) => cell!.value === name)]!.value;
    expect([at('Status'), at('Utgång')]).toEqual(['approved', 'approve']);
    const codes = readSheet(files.get('xl/worksheets/appendix.xml')!.toString());
    const told = codes.map((cells) => cells.map((cell) => cell!.value));
    expect(told[0]).toEqual(['Kolumn', 'Kod', 'Betydelse']);
    expect(told).toContainEqual(['Status', 'superseded', 'Ersatt']);
    expect(told).toContainEqual(['Utgång', 'approve', 'Bifall']);
    const pdf = await readPdf((await exporting.make({ ...order, format: 'pdf' })).file);
    const cells = tagged(pdf, 'TD').map(({ text }) => text);
    expect(cells).toEqual(expect.arrayContaining(['Beslutat', 'Bifall']));
    expect(cells.filter((cell) => /^(approved?|superseded)$/.test(cell))).toEqual([]);
  });

  it('head a column by what it is in that kind, wherever it is named', async () => {
    const { manifest, file } = await exporting.make({ kind: 'recoveries', format: 'xlsx' });
    const paid = JSON.parse(manifest).columns.find(({ key }: Any) => key === 'paid');
    expect(paid).toEqual({ key: 'paid', type: 'money', heading: { sv: 'Inbetalt', en: 'Paid in' } });
    const parts = unzipAll(file);
    const names = (sheet: string) =>
      readSheet(parts.get(`xl/worksheets/${sheet}.xml`)!.toString()).flatMap((row) =>
        row.map((cell) => cell?.value),
      );
    expect(names('sheet1')).toContain('Avstämningssumma: Inbetalt');
    expect(names('sheet2')).toContain('Inbetalt');
    const pdf = await readPdf((await exporting.make({ kind: 'recoveries', format: 'pdf' })).file);
    expect(tagged(pdf, 'TH').map(({ text }) => text)).toContain('Inbetalt');
    expect(JSON.stringify(pdf.trees)).not.toContain('Utbetalt');
  });

  it('have checksums on the cover that are copied as they are, and sums of what can be added', async () => {
    for (const [kind, order] of [
      ['decisions', {}],
      ['measures', measures.filters],
    ] as const) {
      const { file, manifest } = await exporting.make({ kind, format: 'pdf', filters: order });
      const [cover] = (await readPdf(file)).trees;
      const cells = tagged({ trees: [cover!] }, 'TD', 'TH').map(({ text }) => text);
      expect(cells).toContain(JSON.parse(manifest).rowsSha256);
      expect(cells.join()).not.toContain('\u200b');
      const sums = cells.filter((cell) => cell.startsWith('Avstämningssumma'));
      const { columns, controlSums } = JSON.parse(manifest);
      const money = columns.filter(({ type }: Any) => type === 'money');
      expect(sums).toEqual(money.map(({ heading }: Any) => `Avstämningssumma: ${heading.sv}`));
      expect(Object.keys(controlSums).length).toBeGreaterThan(1);
    }
  });

  it.each([
    ['applications', 'decided', 'Beslutad', 'År som bidrag söks för (beloppen gäller alla år i ärendet)'],
    [
      'decisions',
      'approved',
      'Beslutat',
      'År som bidrag har beviljats för (beloppen gäller alla år i ärendet)',
    ],
    ['payments', 'executed', 'Utbetald', 'År'],
    ['recoveries', 'settled', 'Betalat', 'År som krävs tillbaka (beloppen gäller alla år i återkravet)'],
    ['reporting-status', 'approved', 'Godkänd', 'År'],
    ['results', 'approved', 'Godkänd', 'År'],
    ['eligibility', 'eligible', 'Behörig', 'År'],
    ['thinnings', 'carriedOut', 'Gallrad', null],
    ['open-grants', null, null, 'År då beslutet fattades'],
  ])('say in words what is taken out of %s', async (kind, status, shown, years) => {
    const filters = { ...(status && { status }), ...(years && { year }) };
    const { manifest, file } = await exporting.make({ kind, format: 'xlsx', filters });
    const words = JSON.parse(manifest).filtersInWords.map((each: Any) => `${each.name.sv}: ${each.value.sv}`);
    const expected = [...(shown ? [`Status: ${shown}`] : []), ...(years ? [`${years}: ${year}`] : [])];
    expect(words.sort()).toEqual(expected.sort());
    const cover = unzipAll(file).get('xl/worksheets/sheet1.xml')!.toString();
    for (const each of expected) expect(cover).toContain(each);
  });

  it('know each kind that may be narrowed by status', () => {
    const kinds = rowKinds.filter(({ filters }) => filters.includes('status')).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual([
      'applications',
      'decisions',
      'eligibility',
      'payments',
      'recoveries',
      'reporting-status',
      'results',
      'thinnings',
    ]);
  });

  it('hold hostile content as it is, and compute none of it', async () => {
    const json = await exporting.make({ ...measures, format: 'json' });
    expect(hostile(JSON.parse(json.file.toString()))).toEqual(HOSTILE);
    const csv = await exporting.make({ ...measures, format: 'csv' });
    const guarded = HOSTILE.map((text) => (/^'*[=+@\t\r\n＝-]/.test(text) ? `'${text}` : text));
    const plain = guarded.map((text) => text.replace(/\r\n?/g, '\n'));
    expect(hostile(parseCsv(csv.file.toString()))).toEqual(plain);
    const xlsx = await exporting.make({ ...measures, format: 'xlsx' });
    const sheet = readSheet(unzipAll(xlsx.file).get('xl/worksheets/sheet2.xml')!.toString());
    const rows = sheet.map((row) => ({ code: row[0]?.value ?? '', name: row[1]?.value ?? '' }));
    const cells = hostile(rows, 'code', 'name') as string[];
    expect(cells.slice(0, -1)).toEqual(HOSTILE.slice(0, -1));
    expect(cells.at(-1)!.slice(-100)).toMatch(/lång l?å?n? … \(avkortad: texten har 40000 tecken/);
    expect(JSON.parse(xlsx.manifest).cutCells).toBeGreaterThan(0);
    const pdf = await exporting.make({ ...measures, format: 'pdf' });
    if (!hasPoppler) return;
    const shown = pdftotext(pdf.file).replace(/\s+/g, '');
    for (const text of [
      `=cmd|'/ccalc'!A1`,
      '[U+202E]',
      '[U+2067]',
      '[U+2069]',
      '[U+1F600]',
      '<script>',
      '40000',
      '[U+0001]',
    ])
      expect([text, shown.replaceAll('\u200b', '').includes(text)]).toEqual([text, true]);
  });

  it('are tagged, titled and paged as PDF', async () => {
    const { file } = await exporting.make({ ...measures, format: 'pdf' });
    expect(file.toString('latin1')).toMatch(/\/StructTreeRoot/);
    expect((await readPdf(file)).standards).toEqual(['PDF/A-2A', 'PDF/UA-1']);
    expect(forbiddenInArchive(file)).toEqual([]);
    if (!hasPoppler) return;
    const pages = pdftotext(file).split('\f');
    expect(pages[0]).toContain('Segregationsmått');
    expect(pages[0]).toContain('Antal rader');
    for (const [index, page] of pages.slice(1, -1).entries()) {
      expect(page).toContain(`${index + 2} / ${pages.length - 1}`);
      expect(page.replace(/\s+/g, '')).toContain('Organisationenskod');
    }
  });

  it('refuse more rows than people read as PDF, and say which format takes them', async () => {
    await addAuditEvents(medel, 2_001);
    const state = await exporting.ends(await exporting.order({ kind: 'audit-trail', format: 'pdf' }));
    expect(state).toMatchObject({ status: 'failed', failure: 'tooManyRowsForPdf' });
  });

  it('are written for Excel in Swedish when that is ordered', async () => {
    const csv = { separator: ';', decimal: ',', bom: true };
    const made = await exporting.make({ ...measures, format: 'csv', csv });
    const plain = await exporting.make({ ...measures, format: 'csv' });
    expect(made.state).toMatchObject({ csv, rowsSha256: plain.state.rowsSha256 });
    expect(plain.state.csv).toBeNull();
    const text = made.file.toString();
    expect(text.slice(0, 30)).toBe('\ufefforganisationCode;organisation');
    expect(text).toMatch(/;areaType12Share;\d{4};\d+,\d+;/);
    expect(text).not.toMatch(/;areaType12Share;\d{4};\d+\.\d+;/);
    expect(verify(made.file, made.manifest)).toMatchObject({ code: 0 });
    const bom = await exporting.make({ ...measures, format: 'csv', csv: { bom: true } });
    expect(bom.state.csv).toEqual({ separator: ',', decimal: '.', bom: true });
    expect(bom.file.toString()).toBe(`\ufeff${plain.file.toString()}`);
    const refused = await exporting.client.post('/exports', {
      body: { kind: 'decisions', format: 'json', csv },
    });
    expect(refused).toMatchObject({
      status: 400,
      body: { findings: [{ code: 'csvOptionsWithoutCsv', path: 'csv' }] },
    });
    const wrong = { kind: 'decisions', format: 'csv', csv: { separator: '|', decimal: 1, colour: 'red' } };
    const { status, body } = await exporting.client.post('/exports', { body: wrong });
    expect([status, body.findings.map(({ path }: Any) => path).sort()]).toEqual([
      400,
      ['csv.colour', 'csv.decimal', 'csv.separator'],
    ]);
  });

  it('say whether anything has changed since they were last taken out', async () => {
    const first = await exporting.make({
      kind: 'applications',
      format: 'csv',
      filters: { year, organisationId },
    });
    const order = { kind: 'applications', filters: { organisationId, year } };
    expect(first.state).toMatchObject({ rowCount: 2, changes: null });
    const again = await exporting.make({ ...order, format: 'xlsx' });
    const none = { added: 0, removed: 0, changed: 0 };
    expect(again.state.changes).toMatchObject({ previousId: first.id, isUnchanged: true, ...none });
    expect(JSON.parse(again.manifest).changes).toEqual(again.state.changes);
    await medel.owner.query(`UPDATE organisations SET name = 'Demo: nytt namn' WHERE code = '1275'`);
    await cases.submitted();
    const changed = await exporting.make({ ...order, format: 'json' });
    expect(changed.state.changes).toMatchObject({
      previousId: again.id,
      isUnchanged: false,
      ...none,
      added: 1,
      changed: 2,
    });
    const { rows } = await medel.owner.query(`SELECT result->>'rowsKey' AS key FROM exports WHERE id = $1`, [
      changed.id,
    ]);
    rmSync(join(medel.config.storageDirectory, rows[0].key));
    await cases.submitted();
    const untold = (await exporting.make({ ...order, format: 'csv' })).state.changes;
    expect(untold).toMatchObject({ isUnchanged: false, added: null, removed: null, changed: null });
    const other = new Exporting(medel, await medel.as('handlaggare'));
    expect((await other.make({ ...order, format: 'csv' })).state.changes).toBeNull();
  });

  it('are told apart from what somebody made of them', async () => {
    for (const format of FORMATS) {
      const { file, manifest } = await exporting.make({ kind: 'decisions', format });
      const at = Math.floor(file.length / 2);
      const changed = Buffer.from(file);
      changed[at] = changed[at]! ^ 1;
      const { code, said } = verify(changed, manifest);
      expect([format, code]).toEqual([format, 1]);
      expect(said).toMatch(/sha256 \w{64}: the manifest says/);
    }
    const { file, manifest } = await exporting.make({ kind: 'decisions', format: 'csv' });
    const shorter = file.toString().split('\n').slice(0, -2).join('\n') + '\n';
    expect(verify(Buffer.from(shorter), manifest).said).toMatch(
      /rowCount 0: the manifest says 1[\s\S]*controlSum granted/,
    );
    expect(verify(file, '{}').code).toBe(2);
  });
});

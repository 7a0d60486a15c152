import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { type Client, Medel, until, type Any } from '#testing';

const PATH = '/measure-datasets';
const FIELDS = { kind: 'areaType12Share', source: 'Demo: påhittade värden', vintage: 'Demo' };
const HEADER = 'organisationCode,measure,year,value';
const NEXT_YEAR = new Date().getFullYear() + 1;

const csv = (...rows: string[]) => [HEADER, ...rows, ''].join('\n');
const share = (code: string, value: string, year = '2020') => `${code},areaType12Share,${year},${value}`;
const ended = (who: Client, id: string, seconds = 20): Promise<Any> =>
  until(
    async () => {
      const { body } = await who.get(`${PATH}/${id}`);
      return body.status !== 'reading' && body;
    },
    { seconds },
  );

describe('a file of measures', () => {
  let medel: Medel;
  let admin: Client;
  let server: Server;
  /** What the source answers, and what it was asked. */
  let answer: (path: string) => { status: number; body: string; type?: string };
  let asked: string[] = [];

  const send = async (content: string | Buffer, fields: object = {}) => {
    const { status, body } = await admin.upload(PATH, content, { ...FIELDS, ...fields });
    if (status !== 202) throw new Error(`${status} ${JSON.stringify(body)}`);
    return ended(admin, body.id);
  };
  const counts = async () =>
    (
      await medel.owner.query(`SELECT (SELECT count(*) FROM measure_values) AS kept,
        (SELECT count(*) FROM staged_measure_series) AS staged`)
    ).rows[0];

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url!);
      const { status, body, type = 'application/json' } = answer(request.url!);
      response.writeHead(status, { 'content-type': type }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const source = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    medel = await Medel.start({ worker: true, sources: source });
    admin = await medel.as('admin');
  });
  afterAll(async () => {
    await medel.expectCoherent();
    await medel.stop();
    server.closeAllConnections();
    server.close();
  });

  describe('with something wrong is told by line, and nothing of it is loaded:', () => {
    const good = share('1280', '0.5');
    const latin1 = (text: string) => Buffer.from(text, 'latin1');
    it.each<[string, string | Buffer, (number | string)[][]]>([
      ['an unknown municipality', csv(good, share('9999', '0.1')), [[3, 'unknownOrganisation']]],
      ['a code without its zero', csv(share('180', '0.1'), good), [[2, 'lostLeadingZero']]],
      ['a row twice', csv(good, share('1275', '0.1'), good), [[4, 'duplicateRow']]],
      ['percent instead of a share', csv(good, share('1275', '12')), [[3, 'percentInsteadOfShare']]],
      ['less than nothing', csv(good, share('1275', '-0.1')), [[3, 'negativeValue']]],
      ['NaN', csv(good, share('1275', 'NaN')), [[3, 'notANumber']]],
      [
        'thousand separators',
        `${HEADER.replaceAll(',', ';')}\n1280;inequalityIndex;2020;1 234,5\n`,
        [[2, 'thousandSeparator']],
      ],
      [
        'two encodings',
        Buffer.concat([
          Buffer.from('organisationCode;namn;measure;year;value\n1280;Malmö;areaType12Share;2020;0,5\n'),
          latin1('1480;Göteborg;areaType12Share;2020;0,5\n'),
        ]),
        [[3, 'mixedEncodings']],
      ],
      [
        'a packed file that is cut off',
        gzipSync(csv(good).repeat(500)).subarray(0, 60),
        [[1, 'truncatedFile']],
      ],
      ['a year that has not been', csv(good, share('1275', '0.1', `${NEXT_YEAR}`)), [[3, 'wrongYear']]],
      ['a year of two figures', csv(good, share('1275', '0.1', '20')), [[3, 'notYear']]],
      ['a measure that is none', csv(good, '1275,happiness,2020,1'), [[3, 'unknownMeasure']]],
      ['no row', csv(), [[1, 'noRows']]],
      ['nothing', '', [[1, 'emptyFile']]],
      [
        'all of it',
        csv(share('9999', '-1'), share('180', '12', '1066'), good, good),
        [
          [2, 'negativeValue'],
          [2, 'unknownOrganisation'],
          [3, 'lostLeadingZero'],
          [3, 'percentInsteadOfShare'],
          [3, 'wrongYear'],
          [5, 'duplicateRow'],
        ],
      ],
    ])('%s', async (_, content, expected) => {
      const before = await counts();
      const { status, rejected, rejectedCount, failure, diff } = await send(content);
      expect({ status, failure, diff }).toEqual({ status: 'failed', failure: null, diff: null });
      const told = rejected.map(({ line, code }: Any) => [line, code]);
      expect(told.sort()).toEqual(expected);
      expect(rejectedCount).toBe(expected.length);
      for (const { code, detail } of rejected) expect([code, detail]).not.toEqual([code, code]);
      expect(await counts()).toEqual(before);
    });

    it('in the language of the reader', async () => {
      const { id } = await send(csv(share('0180', '1.5', '2019')));
      const told = async (language: string) =>
        (await admin.get(`${PATH}/${id}`, { headers: { 'accept-language': language } })).body.rejected[0]
          .detail;
      expect(await told('sv')).toMatch(/^Värdet 1.5 är mer än 1\./);
      expect(await told('en')).not.toBe(await told('sv'));
    });

    it('the first thousand of them', async () => {
      const rows = Array.from({ length: 1_500 }, (_, index) => share(`x${index}`, '0.1'));
      const { rejected, rejectedCount, status } = await send(csv(...rows));
      expect([status, rejected.length, rejectedCount >= 1_000]).toEqual(['failed', 1_000, true]);
    });
  });

  it('may be packed, in Windows-1252, with semicolons and decimal commas, and of words of its own', async () => {
    const text =
      '\r\nKommunkod;Namn;År;Andel\r\n1280;Malmö;2018;12,5\r\n0180;Stockholm;2018;..\r\n'.trimStart();
    const mapping = JSON.stringify({
      measures: [{ measure: 'areaType12Share', code: 'Andel', percent: true }],
    });
    const { id, rowCount, status } = await send(gzipSync(Buffer.from(text, 'latin1')), { mapping });
    expect([status, rowCount]).toEqual(['awaitingAcceptance', 2]);
    const changes = (await admin.get(`${PATH}/${id}/diff`)).body.items;
    expect(changes.map(({ organisation, after }: Any) => [organisation.code, after])).toEqual([
      ['0180', null],
      ['1280', 0.125],
    ]);
  });

  describe('that Medel fetches', () => {
    const kolada = { kpis: ['N00001'], years: [2017] };
    const mapping = { measures: [{ measure: 'inequalityIndex', code: 'N00001' }] };
    const fetched = async (body: object) => {
      asked = [];
      const { status, body: made } = await admin.post(`${PATH}/fetch`, {
        body: { ...FIELDS, mapping, ...body },
      });
      if (status !== 202) throw new Error(`${status} ${JSON.stringify(made)}`);
      return ended(admin, made.id);
    };
    const page = (value: number) =>
      JSON.stringify({
        values: [
          {
            kpi: 'N00001',
            municipality: '1280',
            period: 2017,
            values: [{ gender: 'T', count: 1, status: '', value, isdeleted: false }],
          },
        ],
        count: 1,
        next_url: null,
        previous_url: null,
      });

    it('is read as one that was sent', async () => {
      answer = () => ({ status: 200, body: page(31.5) });
      const dataset = await fetched({ kolada });
      expect(asked).toHaveLength(1);
      expect(dataset).toMatchObject({
        status: 'awaitingAcceptance',
        rowCount: 1,
        format: 'kolada',
        fileName: 'kolada.json',
        size: page(31.5).length,
        origin: { service: 'kolada', kpis: ['N00001'], years: [2017] },
        diff: { new: 1 },
      });
      await admin.post(`${PATH}/${dataset.id}/accept`);
      const { body } = await admin.get('/measures/inequalityIndex/values?year=2017');
      expect(body.items.map(({ value }: Any) => value)).toEqual([31.5]);
    });

    it('fails where it is what is there already, and where the source has no answer', async () => {
      expect(await fetched({ kolada })).toMatchObject({ status: 'failed', failure: 'sameFile' });
      answer = () => ({ status: 404, body: '{}' });
      expect(await fetched({ kolada })).toMatchObject({ status: 'failed', failure: 'refused', sha256: null });
      answer = () => ({ status: 200, body: '<html>', type: 'text/html' });
      expect(await fetched({ kolada })).toMatchObject({ status: 'failed', failure: 'wrongContentType' });
      answer = () => ({ status: 200, body: page(0.5).replace('1280', '9999') });
      const unknown = await fetched({ kolada });
      expect(unknown).toMatchObject({
        status: 'failed',
        failure: null,
        rejected: [{ code: 'unknownOrganisation' }],
      });
    });

    it.each([
      ['no source', {}, ['kolada oneSource', 'scb oneSource', 'scbV1 oneSource']],
      [
        'two sources',
        { kolada, scb: { table: 'x', selection: {} } },
        ['kolada oneSource', 'scb oneSource', 'scbV1 oneSource'],
      ],
      ['nothing of one', { kolada: {} }, ['kolada.kpis required', 'kolada.years required']],
      [
        'what is not below the source',
        { scb: { table: 'TAB1/../../x', selection: {} } },
        ['scb.table dotSegment'],
      ],
      [
        'names that lead elsewhere',
        { kolada: { kpis: ['N1', '..'], years: [2017], municipalities: ['.'] } },
        ['kolada.kpis[1] dotSegment', 'kolada.municipalities[0] dotSegment'],
      ],
      [
        'a selection that is none',
        { scb: { table: 'x', selection: { Tid: 'all' } } },
        ['scb.selection notSelection'],
      ],
    ])('is not asked for %s', async (_, body, expected) => {
      const { status, body: told } = await admin.post(`${PATH}/fetch`, { body: { ...FIELDS, ...body } });
      expect([status, told.findings.map(({ path, code }: Any) => `${path} ${code}`).sort()]).toEqual([
        400,
        expected,
      ]);
    });
  });
});

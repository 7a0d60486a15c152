import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RemoteClient } from '#platform/remote';
import { parseImportMapping } from '../import/import-mapping.js';
import type { ImportRow, RejectedRow } from '../import/import-row.js';
import { readMeasureFile } from '../import/read-measure-file.js';
import { context, short } from '../import/reading.fixture.js';
import { fetchKolada } from './kolada-source.js';
import { fetchScb, fetchScbV1 } from './scb-source.js';

let server: Server;
let origin: string;
let directory: string;
let path: string;
/** What is answered by path and query, and what was asked. */
let answers: (url: URL, body: string) => string | undefined;
let asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => (body += String(piece)));
    request.on('end', () => {
      asked.push(`${request.method} ${request.url}${body && ` ${body}`}`);
      const answer = answers(new URL(request.url!, origin), body);
      response
        .writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' })
        .end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  directory = await mkdtemp(join(tmpdir(), 'medel-sources-'));
  path = join(directory, 'fetched.json');
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(directory, { recursive: true });
});
beforeEach(() => {
  asked = [];
});

const client = () => new RemoteClient({ baseUrl: `${origin}/api`, requests: 1_000, backoffMs: 1 });
async function read(mapping: unknown) {
  const all: { rows: ImportRow[]; rejected: RejectedRow[] } = { rows: [], rejected: [] };
  const known = { ...context(), mapping: parseImportMapping(mapping) };
  const take = (row: ImportRow) => void all.rows.push({ ...row });
  for await (const rejected of readMeasureFile(createReadStream(path), null, known, take))
    all.rejected.push(...rejected);
  return all;
}

describe('Kolada', () => {
  const page = (municipality: string, value: number, next: string | null) =>
    JSON.stringify({
      values: [
        { kpi: 'N1', municipality, period: 2022, values: [{ gender: 'T', count: 1, status: '', value }] },
      ],
      next_url: next,
      count: 1,
    });
  const question = { kpis: ['N1'], years: [2021, 2022] };
  const next = (value: string | null) => (url: URL) =>
    url.searchParams.get('page') === '2' ? page('1280', 2, null) : page('0180', 1, value);

  it.each([
    ['a whole address', () => `${origin}/api/data?page=2`],
    ['a relative one', () => '/api/data?page=2'],
  ])('is fetched page after page, by %s, into a file that the reader reads', async (_, following) => {
    answers = next(following());
    const fetched = await fetchKolada(client(), question, path);
    expect(asked).toEqual(['GET /api/data/kpi/N1/year/2021,2022?per_page=5000', 'GET /api/data?page=2']);
    expect(fetched).toMatchObject({ pages: 2, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await readFile(path, 'utf8')).toBe(page('0180', 1, following()) + page('1280', 2, null));
    const { rows, rejected } = await read({ measures: [{ measure: 'population', code: 'N1' }] });
    expect(rejected).toEqual([]);
    expect(short(rows)).toEqual(['1 0180 population 2022 1', '2 1280 population 2022 2']);
  });

  it('is not followed to another place', async () => {
    answers = next('https://example.com/data?page=2');
    await expect(fetchKolada(client(), question, path)).rejects.toMatchObject({ code: 'outsideOrigin' });
  });

  it('is not followed round and round', async () => {
    answers = (url) =>
      page('0180', 1, `${origin}/api/data?page=${url.searchParams.get('page') === '3' ? 4 : 3}`);
    await expect(fetchKolada(client(), question, path)).rejects.toMatchObject({ code: 'pagingLoop' });
    expect(asked).toHaveLength(3);
  });

  it('is not followed for ever', async () => {
    let pages = 0;
    answers = () => page('0180', 1, `${origin}/api/data?page=${(pages += 1)}`);
    await expect(fetchKolada(client(), question, path)).rejects.toMatchObject({ code: 'tooManyPages' });
    expect(asked).toHaveLength(2_000);
  }, 60_000);

  it('has to answer with JSON that is whole', async () => {
    answers = () => page('0180', 1, null).slice(0, -5);
    await expect(fetchKolada(client(), question, path)).rejects.toMatchObject({ code: 'notReadable' });
  });
});

describe('SCB, PxWebApi v2', () => {
  const sample = (name: string) => readFile(`data/api-samples/scb-pxwebapi-v2-${name}.json`, 'utf8');
  let config: string;
  let metadata: string;
  let data: string;
  beforeAll(async () => {
    [config, metadata, data] = await Promise.all([
      sample('config'),
      sample('metadata-TAB6471'),
      sample('data-TAB6471'),
    ]);
  });
  const replay = (maxDataCells = 150_000) => {
    answers = ({ pathname }) => {
      if (pathname === '/api/config') return JSON.stringify({ ...JSON.parse(config), maxDataCells });
      if (pathname === '/api/tables/TAB6471/metadata') return metadata;
      return pathname === '/api/tables/TAB6471/data' ? data : undefined;
    };
  };
  const selection = {
    Region: ['01', '12'],
    Alder: ['0', '1'],
    Kon: ['TotSa'],
    ContentsCode: '*' as const,
    Tid: ['2026M04'],
  };

  it('is asked as its description says, and what it recorded is kept byte for byte', async () => {
    replay();
    const fetched = await fetchScb(client(), { table: 'TAB6471', selection }, path);
    expect(fetched.parts).toBe(1);
    expect(await readFile(path, 'utf8')).toBe(data);
    expect(asked[2]).toBe(
      'POST /api/tables/TAB6471/data?lang=sv&outputFormat=json-stat2 {"selection":[{"variableCode":"Region","valueCodes":["01","12"]},{"variableCode":"Alder","valueCodes":["0","1"]},{"variableCode":"Kon","valueCodes":["TotSa"]},{"variableCode":"ContentsCode","valueCodes":["000007SF"]},{"variableCode":"Tid","valueCodes":["2026M04"]}]}',
    );
  });

  it('is asked in parts that its limit of cells allows, and all of it is asked for once', async () => {
    replay(7_000);
    await fetchScb(
      client(),
      { table: 'TAB6471', selection: { ...selection, Region: '*', Tid: '*', Kon: '*' } },
      path,
    );
    const parts = asked
      .slice(2)
      .map(
        (each) =>
          (JSON.parse(each.slice(each.indexOf('{'))) as { selection: { valueCodes: string[] }[] }).selection,
      );
    const cells = parts.map((part) =>
      part.reduce((product, { valueCodes }) => product * valueCodes.length, 1),
    );
    expect(Math.max(...cells)).toBeLessThanOrEqual(7_000);
    expect(cells.reduce((sum, each) => sum + each, 0)).toBe(312 * 2 * 3 * 16);
    expect(new Set(parts.flatMap(([region]) => region!.valueCodes)).size).toBe(312);
  });

  it.each<[string, Record<string, readonly string[] | '*'>, Record<string, unknown>]>([
    [
      'a place that is not there',
      { ...selection, Region: ['9999'] },
      { code: 'selectionUnknown', data: { dimension: 'Region', value: '9999' } },
    ],
    ['a dimension that is not there', { ...selection, Ort: '*' }, { code: 'selectionUnknown' }],
    [
      'no time, which the table cannot add up',
      { ...selection, Tid: [] },
      { code: 'selectionMissing', data: { dimension: 'Tid' } },
    ],
  ])('is not asked for %s', async (_, wanted, fault) => {
    replay();
    await expect(fetchScb(client(), { table: 'TAB6471', selection: wanted }, path)).rejects.toMatchObject(
      fault,
    );
  });

  it('has to describe the table', async () => {
    replay();
    await expect(fetchScb(client(), { table: 'TAB1', selection }, path)).rejects.toMatchObject({
      code: 'refused',
      data: { status: 404 },
    });
    answers = () => '{}';
    await expect(fetchScb(client(), { table: 'TAB6471', selection }, path)).rejects.toMatchObject({
      code: 'notReadable',
    });
  });
});

describe('SCB, PxWebApi v1', () => {
  const variables = [
    {
      code: 'Region',
      text: 'region',
      values: ['00', '0180'],
      valueTexts: ['Riket', 'Stockholm'],
      elimination: true,
    },
    { code: 'Kon', text: 'kön', values: ['1', '2'], valueTexts: ['män', 'kvinnor'], elimination: true },
    { code: 'BE1', text: 'tabellinnehåll', values: ['X1'], valueTexts: ['Folkmängd'] },
    { code: 'Tid', text: 'år', values: ['2021', '2022'], valueTexts: ['2021', '2022'], time: true },
  ];
  const columns = [
    { code: 'Region', type: 'd' },
    { code: 'Tid', type: 't' },
    { code: 'X1', type: 'c' },
  ];
  const data = [
    { key: ['00', '2022'], values: ['10521556'] },
    { key: ['0180', '2022'], values: ['984748'] },
  ];

  it('is asked with its own words, and read', async () => {
    answers = (_, body) =>
      `\ufeff${JSON.stringify(body ? { columns, comments: [], data } : { title: 'Folkmängd', variables })}`;
    await fetchScbV1(client(), { table: 'BE/BE0101/Folk', selection: { Region: '*', Tid: ['2022'] } }, path);
    expect(asked).toEqual([
      'GET /api/BE/BE0101/Folk',
      'POST /api/BE/BE0101/Folk {"query":[{"code":"Region","selection":{"filter":"item","values":["00","0180"]}},{"code":"BE1","selection":{"filter":"item","values":["X1"]}},{"code":"Tid","selection":{"filter":"item","values":["2022"]}}],"response":{"format":"json"}}',
    ]);
    const { rows, rejected } = await read({ measures: [{ measure: 'population', code: 'X1' }] });
    expect(rejected).toEqual([]);
    expect(short(rows)).toEqual(['2 0180 population 2022 984748']);
  });
});

import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { text } from '#text';
import { IMPORT_FORMATS } from './import-row.js';
import { readMeasureFile } from './read-measure-file.js';
import { context, readAll } from './reading.fixture.js';

const csv = Buffer.from(
  'kommunkod;namn;mått;år;värde;kvalitet\n0180;Stockholm;areaType12Share;2022;0,125;official\n"1280";"Malmö ""M""";population;2021;357377;\n',
);
const kolada = Buffer.from(
  '{"values":[{"kpi":"population","municipality":"0180","period":2022,"values":[{"gender":"T","count":1,"status":"","value":1.5e2}]}],"next_url":null,"count":1}',
);
const pxweb = Buffer.from(
  '{"columns":[{"code":"Region","type":"d"},{"code":"Tid","type":"t"},{"code":"population","type":"c"}],"data":[{"key":["0180","2022"],"values":["17"]}]}',
);
const jsonStat = Buffer.from(
  '{"class":"dataset","id":["Region","ContentsCode","Tid"],"size":[1,1,2],"dimension":{"Region":{"category":{"index":["0180"]}},"ContentsCode":{"category":{"index":{"population":0}}},"Tid":{"category":{"index":{"2021":0,"2022":1}}}},"value":[1,2]}',
);
const recorded = readFileSync('data/api-samples/scb-pxwebapi-v2-data-TAB6471.json');
const valid = [
  csv,
  kolada,
  pxweb,
  jsonStat,
  gzipSync(csv),
  Buffer.from(String(csv), 'latin1'),
  recorded.subarray(0, 12_000),
];
/** Pieces that mean something to one of the readers. */
const words = [
  '"',
  '""',
  ';',
  ',',
  '\n',
  '\r',
  '\t',
  '{',
  '}',
  '[',
  ']',
  '[]',
  '{}',
  'null',
  ':',
  '\\',
  '\\u',
  '\u0000',
  '\ufeff',
  'å',
  '-',
  '..',
  'NaN',
  '1e999',
  '__proto__',
  '9'.repeat(400),
  '=',
].map((word) => Buffer.from(word));
const joints = [
  ...words,
  Buffer.from([0xff]),
  Buffer.from([0xe5]),
  Buffer.from([0xff, 0xfe]),
  Buffer.from([0x1f, 0x8b]),
  Buffer.from('PK\x03\x04'),
];

/** A valid file with some of its bytes replaced, removed, or with something put between. */
const mutated = fc
  .tuple(
    fc.constantFrom(...valid),
    fc.array(fc.tuple(fc.nat(), fc.nat(12), fc.constantFrom(...joints)), { maxLength: 6 }),
  )
  .map(([file, changes]) =>
    changes.reduce((bytes, [place, removed, put]) => {
      const at = place % (bytes.length + 1);
      return Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + removed)]);
    }, file),
  );
const random = fc.uint8Array({ maxLength: 2_000 }).map((bytes) => Buffer.from(bytes));
const mixed = fc.array(fc.constantFrom(...joints), { maxLength: 200 }).map((parts) => Buffer.concat(parts));

const UNSHARP = ['brokenCharacters', 'truncatedFile', 'damagedArchive'];

describe('whatever a file holds', () => {
  it('the reader answers with rows and reasons that can be told, and never throws', async () => {
    const files = fc.oneof({ weight: 4, arbitrary: mutated }, random, mixed);
    const format = fc.constantFrom(null, ...IMPORT_FORMATS);
    const known = context();
    await fc.assert(
      fc.asyncProperty(files, format, fc.integer({ min: 1, max: 300 }), async (file, told, piece) => {
        const { rows, rejected } = await readAll(file, { format: told, piece });
        expect(rows.length + rejected.length).toBeGreaterThan(0);
        for (const { code, data, line } of rejected) {
          expect(line).toBeGreaterThan(0);
          expect(text('sv', `importRow.${code}`, data)).not.toMatch(/undefined|\[object/);
          // PostgreSQL stores neither of them in JSON.
          expect(JSON.stringify(data).replaceAll('\\\\', '')).not.toMatch(/\\u0000|\\ud[89a-f]/);
        }
        const places = new Set(rows.map((row) => `${row.organisationCode} ${row.measureCode} ${row.year}`));
        expect(places.size).toBe(rows.length);
        for (const { organisationCode, value, year } of rows) {
          expect(known.organisationCodes.has(organisationCode)).toBe(true);
          expect(value === null || (Number.isFinite(value) && value >= 0)).toBe(true);
          expect(year).toBeGreaterThanOrEqual(known.years.from);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('the size of the pieces it arrives in makes no difference', async () => {
    await fc.assert(
      fc.asyncProperty(mutated, fc.integer({ min: 1, max: 40 }), async (file, piece) => {
        const whole = await readAll(file);
        // What comes before a fault of this kind may be lost with it.
        fc.pre(!whole.rejected.some(({ code }) => UNSHARP.includes(code)));
        expect(await readAll(file, { piece })).toEqual(whole);
      }),
      { numRuns: 200 },
    );
  });
});

describe('memory', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const used = () => {
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const MEGABYTE = 1_000_000;
  const known = {
    ...context(),
    organisationCodes: new Set(Array.from({ length: 4_000 }, (_, index) => `B${index}`)),
    years: { from: 1900, to: 2099 },
  };

  /** Rows that are all different, wide as with names and remarks. */
  function* rows(): Generator<string> {
    yield 'organisation;measure;year;value;name\n';
    const name = 'En kommun med ett namn som ingen har, och ett till. '.repeat(4);
    for (const measure of ['areaType12Share', 'inequalityIndex'])
      for (let year = 1900; year < 2020; year += 1)
        for (let place = 0; place < 4_000; place += 1)
          yield `B${place};${measure};${year};0,${place}${year};${name}\n`;
  }
  function* answers(): Generator<string> {
    yield '{"values":[';
    for (let group = 0; group < 200_000; group += 1)
      yield `${group === 0 ? '' : ','}{"kpi":"population","municipality":"B${group % 4_000}","period":${1900 + Math.floor(group / 4_000)},"title":"${'x'.repeat(200)}","values":[{"gender":"T","count":1,"status":"","value":${group}},{"gender":"K","count":1,"status":"","value":1}]}`;
    yield '],"next_url":null,"count":200000}';
  }

  /** In pieces as a file is read. */
  function* joined(content: Generator<string>): Generator<Buffer> {
    let piece = '';
    for (const part of content) {
      piece += part;
      if (piece.length < 65_536) continue;
      yield Buffer.from(piece);
      piece = '';
    }
    yield Buffer.from(piece);
  }

  it.each([
    ['a CSV file', rows, 960_000, 200],
    ['an answer of Kolada', answers, 200_000, 70],
  ])(
    'does not grow with %s',
    async (_, content, count, megabytes) => {
      let bytes = 0;
      const counted = function* () {
        for (const piece of joined(content())) {
          bytes += piece.length;
          yield piece;
        }
      };
      const before = used();
      let read = 0;
      let most = 0;
      const take = () => {
        read += 1;
        if (read % (count / 8) === 0) most = Math.max(most, used() - before);
      };
      for await (const rejected of readMeasureFile(Readable.from(counted()), null, known, take))
        expect(rejected).toEqual([]);
      expect(read).toBe(count);
      expect(bytes).toBeGreaterThan(megabytes * MEGABYTE);
      // The line of each row, four bytes, is what tells duplicates; the rest is a piece.
      expect(most).toBeLessThan(20 * MEGABYTE);
    },
    120_000,
  );

  it('does not grow with a line or a name that never ends', async () => {
    const endless = function* () {
      yield Buffer.from('{"');
      for (let at = 0; at < 3_000; at += 1) yield Buffer.alloc(65_536, 'x');
    };
    const before = used();
    const told: string[] = [];
    for await (const rejected of readMeasureFile(Readable.from(endless()), null, known, () => undefined))
      told.push(...rejected.map(({ code }) => code));
    expect(told).toEqual(['notJson']);
    expect(used() - before).toBeLessThan(10 * MEGABYTE);
  });
});

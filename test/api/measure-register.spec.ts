import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { measures } from '#domain/measures/definitions';
import { Medel, until, type Any, type Client } from '#testing';

const PATH = '/measure-datasets';
const FIELDS = { source: 'Demo: påhittade värden', vintage: 'Demo' };
const HEADER = 'organisationCode,measure,year,value,quality';
const QUALITIES = ['official', 'computed', 'proxy'];
const YEARS = Array.from({ length: 33 }, (_, index) => 1975 + index);

describe('the register of measures', () => {
  let medel: Medel;
  let admin: Client;

  const read = async (kind: string, rows: readonly string[]): Promise<Any> => {
    const { status, body } = await admin.upload(PATH, [HEADER, ...rows, ''].join('\n'), { ...FIELDS, kind });
    if (status !== 202) throw new Error(`${status} ${JSON.stringify(body)}`);
    const ended = async () => {
      const { body: dataset } = await admin.get(`${PATH}/${body.id}`);
      return dataset.status !== 'reading' && dataset;
    };
    return until(ended, { seconds: 90 });
  };
  /** As lines of a file, in their own order. */
  const linesOf = async (id: string): Promise<string[]> => {
    const { rows } = await medel.owner.query(
      `SELECT o.code, v.measure_code, v.year, v.value, v.quality FROM measure_values v
       JOIN organisations o ON o.id = v.organisation_id WHERE v.dataset_id = $1`,
      [id],
    );
    return rows
      .map((row: Any) => [row.code, row.measure_code, row.year, row.value ?? '..', row.quality].join())
      .sort();
  };

  beforeAll(async () => {
    medel = await Medel.start({ worker: true });
    admin = await medel.as('admin');
  });
  afterAll(async () => {
    await medel.expectCoherent();
    await medel.stop();
  });

  it('holds a file of a hundred thousand values to the last of them', async () => {
    const { rows: places } = await medel.owner.query<{ code: string }>(
      'SELECT code FROM organisations WHERE code IS NOT NULL ORDER BY code',
    );
    const all = places.flatMap(({ code }) =>
      measures.flatMap((measure) => YEARS.map((year) => `${code},${measure.code},${year}`)),
    );
    expect(all.length).toBeGreaterThan(100_000);
    const rows = all.map((key, index) => {
      const value = index % 37 === 0 ? '..' : ((index * 7_919) % 100_003) / 100_003;
      return `${key},${value},${QUALITIES[index % QUALITIES.length]}`;
    });
    // In no order: 7 919 is a prime that the number of rows is no multiple of.
    const mixed = rows.map((_, index) => rows[(index * 7_919) % rows.length]!);
    const { id, status, rowCount, diff } = await read('many', mixed);
    expect({ status, rowCount, diff: diff.new }).toEqual({
      status: 'awaitingAcceptance',
      rowCount: rows.length,
      diff: rows.length,
    });
    expect((await admin.post(`${PATH}/${id}/accept`)).body.status).toBe('accepted');
    const [kept, sent] = [await linesOf(id), rows.toSorted()];
    expect(kept.length).toBe(sent.length);
    expect(kept.find((line, index) => line !== sent[index])).toBeUndefined();

    const again = rows.filter((row) => row.includes(`,${measures[0]!.code},`));
    const [gone, small, large, missing] = [again.length - 1, 1, 2, 3];
    const give = (at: number, value: string) =>
      (again[at] = again[at]!.replace(/,[^,]*,([a-z]+)$/, `,${value},$1`));
    give(small, String(Number(again[small]!.split(',')[3]) * 1.1));
    give(large, String(Number(again[large]!.split(',')[3]) / 2));
    give(missing, '..');
    expect((await read('again', again.slice(0, gone))).diff).toMatchObject({
      new: 0,
      changed: 3,
      gone: 1,
      unchanged: gone - 3,
      flaggedCount: 2,
    });
  });

  describe('is proven by the database, whoever writes:', () => {
    let app: pg.Pool;
    let id: string;
    let other: string;

    const ONE = `INSERT INTO measure_values (dataset_id, measure_code, year, organisation_id, value, quality)`;
    /** All that waits, as `columns` give it. */
    const put = (of: string, where = 'true', value = 'v.value', quality = 's.quality') =>
      `${ONE} SELECT '${id}', s.measure_code, s.year, v.organisation_id, ${value}, ${quality}
       FROM staged_measure_series s CROSS JOIN unnest(s.organisation_ids, s.series_values) AS v(organisation_id, value)
       JOIN organisations o ON o.id = v.organisation_id WHERE s.dataset_id = '${of}' AND ${where}`;
    const tell = (where = 'true') =>
      `INSERT INTO measure_series SELECT DISTINCT measure_code, year, '${id}'::uuid FROM staged_measure_series
       WHERE dataset_id = '${id}' AND ${where}`;
    const accept = () =>
      `UPDATE measure_datasets SET status = 'accepted', loaded_at = now(), version = version + 1 WHERE id = '${id}'`;
    const within = async <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
      const client = await app.connect();
      try {
        await client.query(`BEGIN; SELECT set_config('medel.scope', 'all', true)`);
        return await work(client);
      } finally {
        await client.query('ROLLBACK');
        client.release();
      }
    };
    const run = (...statements: string[]): Promise<string> =>
      within((client) =>
        client.query(statements.join(';')).then(
          () => 'done',
          (error: Error) => error.message,
        ),
      );

    beforeAll(async () => {
      app = new pg.Pool({ connectionString: medel.config.databaseUrl, max: 2 });
      const rows = (...codes: string[]) => codes.map((code) => `${code},inequalityIndex,2019,7,official`);
      id = (await read('one', [...rows('1280', '0180'), '1280,inequalityIndex,2018,..,proxy'])).id;
      other = (await read('other', [...rows('1280', '0180', '1480'), '1480,inequalityIndex,2017,1,official']))
        .id;
    });
    afterAll(async () => {
      for (const each of [id, other])
        await admin.post(`${PATH}/${each}/reject`, { body: { reason: 'Prov' } });
      await app.end();
    });

    it('what waited is accepted, in one statement or in several', async () => {
      expect(await run(put(id), tell(), accept())).toBe('done');
      expect(await run(put(id, `o.code = '1280'`), tell(), put(id, `o.code <> '1280'`), accept())).toBe(
        'done',
      );
    });

    it.each<[string, () => string[], RegExp]>([
      ['a value that was changed', () => [put(id, 'true', 'v.value + 1')], /not what waited/],
      [
        'a value where there was none',
        () => [put(id, 'true', 'coalesce(v.value, 0)')],
        /not what waited .* 2018/,
      ],
      ['a value that was taken away', () => [put(id, 'true', 'NULL')], /not what waited .* 2019/],
      ['another quality', () => [put(id, 'true', 'v.value', `'computed'`)], /not what waited/],
      ['a value that is missing', () => [put(id, `o.code <> '0180'`)], /not what waited/],
      ['a series that is missing', () => [put(id, 's.year = 2019')], /not what waited/],
      ['no value', () => [], /not what waited/],
      [
        'a value of another data set',
        () => [put(id), put(other, `s.year = 2019 AND o.code = '1480'`)],
        /not what waited/,
      ],
    ])('%s is not accepted', async (_, statements, told) => {
      expect(await run(...statements(), tell(), accept())).toMatch(told);
    });

    it('a series that is not told of, or that was not there, is not accepted', async () => {
      expect(await run(put(id), tell('year = 2019'), accept())).toMatch(/not those that waited/);
      const more = `INSERT INTO measure_series VALUES ('population', 2019, '${id}')`;
      expect(await run(put(id), tell(), more, accept())).toMatch(/not those that waited/);
    });

    it('a value of a series, an organisation or a data set that is not there is not taken', async () => {
      expect(await run(put(other, 's.year = 2017'))).toMatch(/has no such series/);
      const values = (dataset: string, organisation: string) =>
        `${ONE} VALUES ('${dataset}', 'inequalityIndex', 2019, ${organisation}, 7, 'official')`;
      expect(await run(values(id, `'${randomUUID()}'`))).toMatch(/no such organisation/);
      const malmo = `(SELECT id FROM organisations WHERE code = '1280')`;
      expect(await run(values(randomUUID(), malmo))).toMatch(/when their data set is accepted/);
    });

    it('what waits stays as it was read', async () => {
      const malmo = `(SELECT id FROM organisations WHERE code = '1280')`;
      expect(
        await run(`INSERT INTO staged_measure_series
          VALUES ('${id}', 'inequalityIndex', 2016, 'official', ARRAY[${malmo}], ARRAY[1.0])`),
      ).toMatch(/waits for acceptance never changes/);
      expect(await run(`DELETE FROM staged_measure_series WHERE dataset_id = '${id}'`)).toMatch(
        /waits for acceptance never changes/,
      );
      expect(await run(`UPDATE staged_measure_series SET year = 2016`)).toMatch(/permission denied/);
    });

    it('a value that comes beside the acceptance waits for it', async () => {
      await within(async (accepting) => {
        await accepting.query([put(id), tell(), accept()].join(';'));
        expect(
          await run(`SET LOCAL lock_timeout = '300ms'`, put(other, `s.year = 2019 AND o.code = '1480'`)),
        ).toMatch(/lock timeout/);
      });
    });

    it('an organisation with values stays', async () => {
      const place = randomUUID();
      await medel.owner.query(
        `INSERT INTO organisations (id, kind, code, name, is_example) VALUES ($1, 'municipality', 'B0001', 'Provköping', true)`,
        [place],
      );
      const { id: dataset } = await read('place', ['B0001,inequalityIndex,2012,1,official']);
      await admin.post(`${PATH}/${dataset}/accept`);
      for (const statement of [
        'DELETE FROM organisations',
        'UPDATE organisations SET id = gen_random_uuid()',
      ])
        await expect(medel.owner.query(`${statement} WHERE id = $1`, [place])).rejects.toThrow(
          /has values of measures/,
        );
    });
  });
});

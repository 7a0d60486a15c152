import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MeasureDatasetKeeper, MeasureDatasetRunner } from '#core/measures';
import { SYSTEM } from '#core/access';
import { Medel, until, type Any, type Client } from '#testing';

const YEAR = new Date().getFullYear();
const PATH = '/measure-datasets';
const FIELDS = { kind: 'inequalityIndex', source: 'Demo: påhittade värden', vintage: `Demo ${YEAR}` };
const HEADER = 'organisationCode,measure,year,value';

const csv = (...rows: string[]) => [HEADER, ...rows, ''].join('\n');
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const sha256 = (content: string) => createHash('sha256').update(content).digest('hex');

describe('data sets of measures', () => {
  let medel: Medel;
  let admin: Client;
  let reader: Client;

  const send = async (content: string | Buffer, fields: object = {}) => {
    const sent = await admin.upload(PATH, content, { ...FIELDS, ...fields });
    if (sent.status !== 202) throw new Error(`${sent.status} ${JSON.stringify(sent.body)}`);
    return sent.body.id as string;
  };
  const read = (id: string, seconds = 20) =>
    until(
      async () => {
        const { body } = await admin.get(`${PATH}/${id}`);
        return body.status !== 'reading' && body;
      },
      { seconds },
    );
  const values = async (year: number, asOf = '') =>
    (await reader.get(`/measures/inequalityIndex/values?year=${year}${asOf && `&asOf=${asOf}`}`)).body;
  const rowsOf = async (id: string) => {
    const { rows } = await medel.owner.query(
      `SELECT (SELECT count(*) FROM measure_values WHERE dataset_id = $1) AS kept,
         (SELECT coalesce(sum(cardinality(series_values)), 0) FROM staged_measure_series WHERE dataset_id = $1) AS staged`,
      [id],
    );
    return [Number(rows[0].kept), Number(rows[0].staged)];
  };

  beforeAll(async () => {
    medel = await Medel.start({ worker: true });
    admin = await medel.as('admin');
    reader = await medel.as('revisor');
  });
  afterAll(async () => {
    await medel.expectCoherent();
    await medel.stop();
  });

  it('are read, shown and accepted before they answer', async () => {
    const content = csv(
      `1280,inequalityIndex,2023,30.5`,
      `1275,inequalityIndex,2023,20.5`,
      `0180,inequalityIndex,2023,`,
    );
    const sent = await admin.upload(PATH, content, { ...FIELDS, licence: 'CC0' });
    expect(sent).toMatchObject({ status: 202, body: { status: 'reading', actions: [], diff: null } });
    const { id } = sent.body;
    expect(sent.headers.get('location')).toBe(`/api/v1/measure-datasets/${id}`);
    expect(sent.headers.get('etag')).toBe('"1"');

    const waiting = await read(id);
    expect(waiting).toMatchObject({
      ...FIELDS,
      status: 'awaitingAcceptance',
      licence: 'CC0',
      fileName: 'demo.csv',
      sha256: sha256(content),
      size: Buffer.byteLength(content),
      rowCount: 3,
      rejected: [],
      rejectedCount: 0,
      progress: 1,
      loadedAt: null,
      diff: { new: 3, changed: 0, gone: 0, unchanged: 0, flaggedCount: 0, flagged: [] },
      actions: ['accept', 'reject'],
    });
    expect((await reader.get(`${PATH}/${id}`)).body.actions).toEqual([]);
    expect((await values(2023)).code).toBe('notFound');

    const accepted = await admin.post(`${PATH}/${id}/accept`);
    expect(accepted).toMatchObject({ status: 200, body: { status: 'accepted', actions: [] } });
    expect(await rowsOf(id)).toEqual([3, 0]);
    const shown = await values(2023);
    expect(shown).toMatchObject({
      n: 2,
      mean: 25.5,
      dataset: { id, sha256: sha256(content), licence: 'CC0' },
    });
    expect(shown.items.map(({ organisation, value }: Any) => [organisation.code, value])).toEqual([
      ['0180', null],
      ['1275', 20.5],
      ['1280', 30.5],
    ]);
    expect((await values(2023, day(-1))).code).toBe('notFound');
    expect((await admin.post(`${PATH}/${id}/accept`)).body.code).toBe('illegalTransition');

    const { items } = (await reader.get(`/audit-events?subject=${id}`)).body;
    expect(items.map(({ action }: Any) => action)).toEqual(['create', 'complete', 'accept']);
    expect(items[2].data).toMatchObject({ sha256: sha256(content), rowCount: 3 });
  });

  it('correct what was there, which stays readable', async () => {
    const old = await send(
      csv(
        `1280,inequalityIndex,2021,10`,
        `1275,inequalityIndex,2021,10`,
        `0180,inequalityIndex,2021,0.5`,
        `1480,inequalityIndex,2021,7`,
      ),
    );
    await read(old);
    await admin.post(`${PATH}/${old}/accept`);
    // As if it had been accepted a week ago.
    await medel.owner.query(`ALTER TABLE measure_datasets DISABLE TRIGGER USER;
      UPDATE measure_datasets SET loaded_at = loaded_at - interval '7 days' WHERE id = '${old}';
      ALTER TABLE measure_datasets ENABLE TRIGGER USER`);

    const id = await send(
      csv(
        `1280,inequalityIndex,2021,12`,
        `1275,inequalityIndex,2021,12.1`,
        `0180,inequalityIndex,2021,0.5`,
        `0114,inequalityIndex,2021,3`,
      ),
    );
    const told = {
      organisationCode: '1275',
      measure: 'inequalityIndex',
      year: 2021,
      before: 10,
      after: 12.1,
    };
    const { diff } = await read(id);
    expect(diff).toEqual({ new: 1, changed: 2, gone: 1, unchanged: 1, flaggedCount: 1, flagged: [told] });

    const changes = async (query = '') => (await reader.get(`${PATH}/${id}/diff?${query}`)).body;
    const brief = ({ organisation, change, before, after, flagged }: Any) => [
      organisation.code,
      change,
      before,
      after,
      flagged,
    ];
    const all = [
      ['0114', 'new', null, 3, false],
      ['1275', 'changed', 10, 12.1, true],
      ['1280', 'changed', 10, 12, false],
      ['1480', 'gone', 7, null, false],
    ];
    const before = await changes();
    expect(before.total).toBe(4);
    expect(before.items.map(brief)).toEqual(all);
    expect((await changes('change=gone')).items.map(brief)).toEqual([all[3]]);
    expect((await changes('flagged=true')).items.map(brief)).toEqual([all[1]]);
    const first = await changes('limit=3');
    expect((await changes(`limit=3&cursor=${first.nextCursor}`)).items.map(brief)).toEqual([all[3]]);
    expect((await reader.get(`${PATH}/${id}/diff?flagged=maybe`)).status).toBe(400);

    expect((await values(2021)).dataset.id).toBe(old);
    await admin.post(`${PATH}/${id}/accept`);
    expect((await values(2021)).dataset.id).toBe(id);
    expect((await values(2021, day(-1))).dataset.id).toBe(old);
    expect((await values(2021, day(-1))).items).toHaveLength(4);
    expect((await changes()).items.map(brief)).toEqual(all);
  });

  it('are rejected with a reason, and answer nothing', async () => {
    const content = csv(`1280,inequalityIndex,2019,1`);
    const id = await send(content);
    await read(id);
    expect((await admin.post(`${PATH}/${id}/reject`, { body: {} })).status).toBe(400);
    const body = { reason: 'Demo: fel årgång' };
    const rejected = await admin.post(`${PATH}/${id}/reject`, { body });
    expect(rejected).toMatchObject({ status: 200, body: { status: 'rejected', ...body, actions: [] } });
    expect(await rowsOf(id)).toEqual([0, 0]);
    expect((await values(2019)).code).toBe('notFound');
    // The file may come again, told of in other words.
    const again = await send(content, { vintage: 'Demo: rätt årgång' });
    expect(again).not.toBe(id);
    expect((await read(again)).status).toBe('awaitingAcceptance');
  });

  it('of the same file are one, told of in the same words', async () => {
    const content = csv(`1280,inequalityIndex,2018,1`);
    const id = await send(content);
    expect(await send(content)).toBe(id);
    await read(id);
    expect(await send(content)).toBe(id);
    const other = await admin.upload(PATH, content, { ...FIELDS, source: 'Demo: annan källa' });
    expect(other).toMatchObject({ status: 409, body: { code: 'conflict', data: { datasetId: id } } });
    const files = readdirSync(medel.config.storageDirectory);
    const { rows } = await medel.owner.query(
      `SELECT file_key FROM measure_datasets WHERE file_key IS NOT NULL`,
    );
    expect(files.sort()).toEqual(rows.map((row) => row.file_key).sort());
  });

  it('of the same file sent at once are one, in other words a conflict', async () => {
    const content = csv(`1280,inequalityIndex,2011,1`);
    const sent = await Promise.all(
      [FIELDS, FIELDS, FIELDS, FIELDS].map((fields) => admin.upload(PATH, content, fields)),
    );
    expect(sent.map(({ status }) => status)).toEqual([202, 202, 202, 202]);
    const [id, ...others] = new Set(sent.map(({ body }) => body.id));
    expect(others).toEqual([]);
    const other = csv(`1280,inequalityIndex,2010,1`);
    const words = ['Demo: en källa', 'Demo: en annan'].map((source) =>
      admin.upload(PATH, other, { ...FIELDS, source }),
    );
    const [made, refused] = (await Promise.all(words)).sort((a, b) => a.status - b.status);
    expect([made!.status, refused!.status]).toEqual([202, 409]);
    expect(refused!.body).toMatchObject({ code: 'conflict', data: { datasetId: made!.body.id } });
    for (const each of [id, made!.body.id]) await read(each);
  });

  it('act once for a key', async () => {
    const content = csv(`1280,inequalityIndex,2017,1`);
    const ask = (text: string) => admin.upload(PATH, text, FIELDS, { key: 'once' });
    const first = await ask(content);
    const second = await ask(content);
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    expect(second.body).toEqual(first.body);
    expect((await ask(csv(`1280,inequalityIndex,2017,2`))).body.code).toBe('idempotencyKeyReused');
    await read(first.body.id);
  });

  it('belong to the administrator, and are read by the staff', async () => {
    const content = csv(`1280,inequalityIndex,2016,1`);
    const id = await send(content);
    await read(id);
    for (const name of [
      'sokande.1280',
      'firmatecknare.1280',
      'handlaggare',
      'beslut',
      'ekonomi',
      'revisor',
    ]) {
      const who = await medel.as(name);
      expect((await who.upload(PATH, content, FIELDS)).status).toBe(403);
      expect((await who.post(`${PATH}/${id}/accept`)).status).toBe(403);
      expect((await who.post(`${PATH}/${id}/reject`, { body: { reason: 'x' } })).status).toBe(403);
      const mayRead = !name.includes('.') ? 200 : 403;
      for (const path of ['', `/${id}`, `/${id}/diff`, `/${id}/events`])
        expect([name, path, (await who.get(`${PATH}${path}`)).status]).toEqual([name, path, mayRead]);
    }
    expect((await medel.anyone().upload(PATH, content, FIELDS)).status).toBe(401);
    const kept = readdirSync(medel.config.storageDirectory).length;
    expect(kept).toBe(
      (await medel.owner.query(`SELECT FROM measure_datasets WHERE file_key IS NOT NULL`)).rowCount,
    );
  });

  it('never change once they are accepted, whoever asks', async () => {
    const id = await send(csv(`1280,inequalityIndex,2015,1`));
    await read(id);
    await admin.post(`${PATH}/${id}/accept`);
    for (const statement of [
      `UPDATE measure_values SET value = 2 WHERE dataset_id = '${id}'`,
      `DELETE FROM measure_values WHERE dataset_id = '${id}'`,
      `DELETE FROM measure_series WHERE dataset_id = '${id}'`,
      `UPDATE areas SET area_type = 1`,
      `DELETE FROM areas`,
      `DELETE FROM measure_datasets WHERE id = '${id}'`,
      `UPDATE measure_datasets SET source = 'other', version = version + 1 WHERE id = '${id}'`,
      `UPDATE measure_datasets SET status = 'rejected', version = version + 1 WHERE id = '${id}'`,
      `INSERT INTO measure_values SELECT dataset_id, measure_code, year, o.id, 1, quality
         FROM measure_values v, organisations o WHERE dataset_id = '${id}' AND o.code = '0180'`,
    ])
      await expect(medel.owner.query(statement)).rejects.toThrow(
        /never change|has no step|when their data set/,
      );
  });

  it('tell how far they have come, and then end', async () => {
    await medel.stopWorker();
    const id = await send(csv(`1280,inequalityIndex,2014,1`));
    const followed = admin.get<string>(`${PATH}/${id}/events`);
    await sleep(700);
    await medel.startWorker();
    const { headers, body } = await followed;
    expect(headers.get('content-type')).toContain('text/event-stream');
    const told = body
      .split('\n\n')
      .flatMap((event) => /^data: (.+)$/m.exec(event)?.slice(1) ?? [])
      .map((data) => JSON.parse(data));
    expect(told[0]).toMatchObject({ id, status: 'reading', progress: 0 });
    expect(told.at(-1)).toMatchObject({ id, status: 'awaitingAcceptance', progress: 1 });
  });

  it('are taken up again where the queue lost them', async () => {
    await medel.stopWorker();
    const id = await send(csv(`1280,inequalityIndex,2013,1`));
    await medel.owner.query('UPDATE outbox_messages SET relayed_at = now() WHERE subject_id = $1', [id]);
    const worker = await medel.startWorker();
    const keeper = worker.get(MeasureDatasetKeeper);
    await keeper.resume();
    expect((await admin.get(`${PATH}/${id}`)).body.status).toBe('reading');
    await medel.owner.query(`ALTER TABLE measure_datasets DISABLE TRIGGER USER;
      UPDATE measure_datasets SET received_at = received_at - interval '1 minute' WHERE id = '${id}';
      ALTER TABLE measure_datasets ENABLE TRIGGER USER;
      UPDATE outbox_messages SET relayed_at = relayed_at - interval '1 minute' WHERE subject_id = '${id}'`);
    await keeper.resume();
    expect((await read(id)).status).toBe('awaitingAcceptance');
    await Promise.all([1, 2, 3].map(() => worker.get(MeasureDatasetRunner).run(SYSTEM, id)));
    expect(await rowsOf(id)).toEqual([0, 1]);
  });

  it('fail, and leave nothing, when their file cannot be had', async () => {
    await medel.stopWorker();
    const id = await send(csv(`1280,inequalityIndex,2012,1`));
    const { rows } = await medel.owner.query(`SELECT file_key FROM measure_datasets WHERE id = $1`, [id]);
    const { renameSync } = await import('node:fs');
    const file = join(medel.config.storageDirectory, rows[0].file_key);
    renameSync(file, `${file}.away`);
    await medel.startWorker();
    expect(await read(id)).toMatchObject({ status: 'failed', failure: 'readingFailed', rowCount: null });
    expect(await rowsOf(id)).toEqual([0, 0]);
  });

  it('leave no row of a worker that died', async () => {
    await medel.stopWorker();
    const ids = [
      await send(csv(`1280,inequalityIndex,2009,-1`)),
      await send(csv(`1280,inequalityIndex,2008,1`)),
    ];
    for (const id of ids)
      await medel.owner.query(
        `INSERT INTO staged_measure_series
           SELECT $1, 'inequalityIndex', 2009, 'official', ARRAY[id], ARRAY[1.0] FROM organisations WHERE code = '1280'`,
        [id],
      );
    await medel.startWorker();
    expect((await read(ids[0]!)).status).toBe('failed');
    expect(await rowsOf(ids[0]!)).toEqual([0, 0]);
    expect((await read(ids[1]!)).status).toBe('awaitingAcceptance');
    expect(await rowsOf(ids[1]!)).toEqual([0, 1]);
  });

  it('that failed meanwhile keep no rows of another reading', async () => {
    const runner = medel.worker!.get(MeasureDatasetRunner);
    const id = await send(csv(`1280,inequalityIndex,2006,-1`));
    await read(id);
    await medel.owner.query(
      `INSERT INTO staged_measure_series
         SELECT $1, 'inequalityIndex', 2006, 'official', ARRAY[id], ARRAY[1.0] FROM organisations WHERE code = '1280'`,
      [id],
    );
    const reading = { rowCount: 1, rejected: [], rejectedCount: 0, diff: null };
    await runner.end(SYSTEM, id, reading, { sha256: 'x' } as Any);
    expect(await rowsOf(id)).toEqual([0, 0]);
  });

  it('keep no file of an act that broke', async () => {
    const before = readdirSync(medel.config.storageDirectory).length;
    await medel.owner.query(`CREATE FUNCTION breaks() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'broken for this test'; END $$;
      CREATE TRIGGER breaks BEFORE INSERT ON measure_datasets FOR EACH ROW EXECUTE FUNCTION breaks()`);
    try {
      const sent = await admin.upload(PATH, csv(`1280,inequalityIndex,2007,1`), FIELDS);
      expect(sent.status).toBe(500);
    } finally {
      await medel.owner.query('DROP TRIGGER breaks ON measure_datasets; DROP FUNCTION breaks()');
    }
    expect(readdirSync(medel.config.storageDirectory)).toHaveLength(before);
  });

  it('keep no file that nobody owns', async () => {
    const keeper = medel.worker!.get(MeasureDatasetKeeper);
    const { writeFileSync } = await import('node:fs');
    const old = join(medel.config.storageDirectory, '01800000-0000-7000-8000-000000000000.upload');
    for (const name of [old, `${old}.part`]) writeFileSync(name, 'x');
    const before = readdirSync(medel.config.storageDirectory).length;
    await keeper.removeOrphans();
    expect(existsSync(old)).toBe(false);
    expect(readdirSync(medel.config.storageDirectory)).toHaveLength(before - 2);
  });

  describe('that are not sent as they should be', () => {
    const refused = async (body: unknown, headers: Record<string, string> = {}) => {
      const { status, body: told } = await admin.post(PATH, { body, headers });
      return [
        status,
        told.code,
        ...(told.findings ?? []).map(({ code, path }: Any) => `${path} ${code}`).sort(),
      ];
    };
    const form = (fields: Record<string, string>, file?: string) => {
      const data = new FormData();
      for (const [name, value] of Object.entries(fields)) data.append(name, value);
      if (file !== undefined) data.append('file', new Blob([file]), 'demo.csv');
      return data;
    };

    const named = (name: string) =>
      [
        ...Object.entries(FIELDS).map(([field, value]) => [`name="${field}"`, value]),
        [`name="file"; ${name}`, 'x'],
      ]
        .map(([head, value]) => `--x\r\nContent-Disposition: form-data; ${head}\r\n\r\n${value}\r\n`)
        .join('') + '--x--\r\n';

    it.each<[string, () => unknown, Record<string, string> | undefined, unknown[]]>([
      ['nothing', () => undefined, undefined, [415, 'unsupportedMediaType']],
      ['JSON', () => ({ ...FIELDS }), undefined, [415, 'unsupportedMediaType']],
      [
        'an empty form',
        () => form({}),
        undefined,
        [400, 'invalid', 'file required', 'kind required', 'source required', 'vintage required'],
      ],
      ['no file', () => form(FIELDS), undefined, [400, 'invalid', 'file required']],
      ['text for a file', () => form({ ...FIELDS, file: 'x' }), undefined, [400, 'invalid', 'file notFile']],
      [
        'unknown fields',
        () => form({ ...FIELDS, colour: 'red' }, 'x'),
        undefined,
        [400, 'invalid', 'colour unknownField'],
      ],
      [
        'names of the language',
        () => form({ ...FIELDS, __proto__x: '1', constructor: 'x' }, 'x'),
        undefined,
        [400, 'invalid', 'constructor unknownField'],
      ],
      [
        'a mapping that is no JSON',
        () => form({ ...FIELDS, mapping: '{' }, 'x'),
        undefined,
        [400, 'invalid', 'mapping notJson'],
      ],
      [
        'a mapping that is a list',
        () => form({ ...FIELDS, mapping: '[]' }, 'x'),
        undefined,
        [400, 'invalid', 'mapping notObject'],
      ],
      [
        'a mapping of nothing we know',
        () => form({ ...FIELDS, mapping: '{"a":1}' }, 'x'),
        undefined,
        [400, 'invalid', 'mapping.a unknownField'],
      ],
      [
        'a format that is none',
        () => form({ ...FIELDS, format: 'exe' }, 'x'),
        undefined,
        [400, 'invalid', 'format notOneOf'],
      ],
      [
        'a mapping that cannot be kept',
        () => form({ ...FIELDS, mapping: '{"region":"\\u0000","time":"\\ud800"}' }, 'x'),
        undefined,
        [400, 'invalid', 'mapping.region malformedText', 'mapping.time malformedText'],
      ],
      [
        'a file name that cannot be kept',
        () => named(`filename*=utf-8''a%00b.csv`),
        { 'content-type': 'multipart/form-data; boundary=x' },
        [400, 'invalid', 'file malformedText'],
      ],
      [
        'a file name that is too long',
        () => named(`filename="${'a'.repeat(256)}"`),
        { 'content-type': 'multipart/form-data; boundary=x' },
        [400, 'invalid', 'file tooLong'],
      ],
      [
        'a part without a name',
        () => named('filename="a"').replace('form-data; name="kind"', 'form-data'),
        { 'content-type': 'multipart/form-data; boundary=x' },
        [400, 'invalid', 'undefined unnamedPart'],
      ],
      [
        'a file without a name of its part',
        () => named('filename="a"').replace('name="file"; ', ''),
        { 'content-type': 'multipart/form-data; boundary=x' },
        [400, 'invalid', 'undefined unnamedPart'],
      ],
      [
        'more fields than a form has',
        () => form(Object.fromEntries(Array.from({ length: 23 }, (_, n) => [`k${n}`, 'x']))),
        undefined,
        [400, 'invalid', 'undefined tooManyFields'],
      ],
      [
        'a form without a boundary',
        () => 'x',
        { 'content-type': 'multipart/form-data' },
        [400, 'invalid', 'undefined notForm'],
      ],
      [
        'a form that ends too early',
        () => '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
        { 'content-type': 'multipart/form-data; boundary=x' },
        [400, 'invalid', 'undefined notForm'],
      ],
      [
        'no form at all',
        () => 'abc',
        { 'content-type': 'multipart/form-data; boundary=x' },
        [400, 'invalid', 'undefined notForm'],
      ],
    ])('%s', async (_, body, headers, expected) => {
      const before = readdirSync(medel.config.storageDirectory).length;
      expect(await refused(body(), headers)).toEqual(expected);
      expect(readdirSync(medel.config.storageDirectory)).toHaveLength(before);
    });

    it('a field twice, and a second file', async () => {
      const twice = form(FIELDS, 'x');
      twice.append('kind', 'again');
      expect(await refused(twice)).toEqual([400, 'invalid', 'kind duplicate']);
      const two = form(FIELDS, 'x');
      two.append('file', new Blob(['y']), 'two.csv');
      expect(await refused(two)).toEqual([400, 'invalid', 'file oneFile']);
    });

    it('a file that is too large, with its length told and without', async () => {
      const before = readdirSync(medel.config.storageDirectory).length;
      expect(await refused(form(FIELDS, 'x'.repeat(medel.config.fileLimit + 1)))).toEqual([413, 'tooLarge']);
      const boundary = 'demo';
      const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n`;
      const status = await new Promise<number>((resolve, reject) => {
        const address = `${medel.address}/api/v1${PATH}`;
        const headers = {
          cookie: admin.session,
          'content-type': `multipart/form-data; boundary=${boundary}`,
          'transfer-encoding': 'chunked',
        };
        const sent = request(address, { method: 'POST', headers }, (answer) => resolve(answer.statusCode!));
        sent.on('error', reject);
        sent.write(head);
        const chunk = Buffer.alloc(1024 * 1024, 'x');
        const more = (left: number): void => {
          if (left === 0) return void sent.end(`\r\n--${boundary}--\r\n`);
          sent.write(chunk, () => more(left - 1));
        };
        more(medel.config.fileLimit / chunk.length + 4);
      });
      expect(status).toBe(413);
      expect(readdirSync(medel.config.storageDirectory)).toHaveLength(before);
    });

    it('a file whose sender goes away', async () => {
      const before = readdirSync(medel.config.storageDirectory).length;
      const sent = request(`${medel.address}/api/v1${PATH}`, {
        method: 'POST',
        headers: {
          cookie: admin.session,
          'content-type': 'multipart/form-data; boundary=x',
          'content-length': 1_000_000,
        },
      });
      sent.on('error', () => undefined);
      sent.write('--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nabc');
      await until(async () => readdirSync(medel.config.storageDirectory).length > before);
      sent.destroy();
      await until(async () => readdirSync(medel.config.storageDirectory).length === before);
    });
  });
});

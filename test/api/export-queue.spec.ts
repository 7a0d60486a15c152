import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { EXPORT_FAILURES, ExportKeeper } from '#core/exports';
import { FileStorage } from '#platform/storage';
import { hasText } from '#text';
import { Cases, Medel, until, type Any } from '#testing';
import { addAuditEvents, Exporting } from './exporting.js';

const year = new Date().getFullYear();
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const DECISIONS = { kind: 'decisions', format: 'csv' };

describe('the queue of exports', () => {
  let medel: Medel;
  let auditor: Exporting;
  let officer: Exporting;

  const result = async (id: string) =>
    (await medel.owner.query('SELECT result FROM exports WHERE id = $1', [id])).rows[0].result;
  const pathOf = async (id: string) => join(medel.config.storageDirectory, (await result(id)).fileKey);
  const runs = async (ids: string[]) =>
    Number(
      (
        await medel.owner.query(
          `SELECT count(*) FROM outbox_messages WHERE topic = 'export.requested' AND subject_id = ANY($1)`,
          [ids],
        )
      ).rows[0].count,
    );

  beforeAll(async () => {
    medel = await Medel.start({ exports: { perUser: 4, total: 7, largeRows: 1_000 } });
    auditor = new Exporting(medel, await medel.as('revisor'));
    officer = new Exporting(medel, await medel.as('handlaggare'));
    const cases = await Cases.open(medel, { years: [year], appropriated: [year] });
    await cases.approved();
    await addAuditEvents(medel, 3_000);
  });
  beforeEach(() => medel.stopWorker());
  afterAll(async () => {
    await medel.expectCoherent();
    await medel.stop();
  });

  it('makes one file of equal orders, whoever gave them, and each has it to itself', async () => {
    const order = { ...DECISIONS, filters: { year, programmeCode: 'exempel-2027' } };
    const ids = [
      await auditor.order(order),
      await auditor.order({ ...DECISIONS, filters: { programmeCode: 'exempel-2027', year }, csv: null }),
      await officer.order(order),
    ];
    const [leader, ...followers] = ids as [string, ...string[]];
    expect(await Promise.all(ids.map(async (id) => (await auditor.state(id)).sharesRunOf))).toEqual([
      null,
      leader,
      leader,
    ]);
    expect(await runs(ids)).toBe(1);
    await medel.startWorker();
    const made = await Promise.all(ids.map((id) => auditor.ready(id)));
    expect(new Set(made.map((each) => each.sha256)).size).toBe(1);
    expect(new Set((await Promise.all(ids.map(result))).map((each: Any) => each.fileKey)).size).toBe(3);
    expect(await auditor.manifest(followers[1]!)).toBe(await auditor.manifest(leader));
    // The files are told apart: the one that ends takes no other with it.
    await medel.owner.query(`ALTER TABLE exports DISABLE TRIGGER USER;
      UPDATE exports SET expires_at = now() - interval '1 second' WHERE id = '${leader}';
      ALTER TABLE exports ENABLE TRIGGER USER`);
    await medel.worker!.get(ExportKeeper).expire();
    expect((await auditor.state(leader)).status).toBe('expired');
    for (const id of followers) expect(sha256(await auditor.file(id))).toBe(made[0]!.sha256);
  });

  it('tells each of those who share a file what has changed since their own order before', async () => {
    const order = { ...DECISIONS, filters: { year } };
    await medel.startWorker();
    const before = await officer.make(order);
    await medel.stopWorker();
    await medel.owner.query(
      `UPDATE organisations SET name = name || ' (nytt namn)' WHERE id IN (SELECT organisation_id FROM decisions)`,
    );
    const ids = [await auditor.order(order), await officer.order(order), await officer.order(order)] as const;
    await medel.startWorker();
    const [first, second, third] = await Promise.all(ids.map((id) => auditor.ready(id)));
    expect(first.changes).toBeNull();
    const one = { isUnchanged: false, added: 0, removed: 0, changed: 1 };
    expect(second.changes).toMatchObject({ previousId: before.id, ...one });
    expect(third.changes).toMatchObject({ previousId: ids[1], isUnchanged: true });
    expect(JSON.parse(await auditor.manifest(ids[1]))).toMatchObject({ id: ids[0], changes: null });
  });

  it('keeps orders apart that differ in anything', async () => {
    const asOf = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Stockholm',
      dateStyle: 'short',
    }).format(Date.now());
    const ids = [];
    for (const more of [{}, { format: 'json' }, { asOf }, { csv: { bom: true } }])
      ids.push(await auditor.order({ ...DECISIONS, ...more }));
    expect(await runs(ids)).toBe(4);
    for (const id of ids) await auditor.client.delete(`/exports/${id}`);
  });

  it('makes one of orders that come at the same moment', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => auditor.order({ kind: 'payments', format: 'csv' })));
    expect(await runs(ids)).toBe(1);
    for (const id of ids) await auditor.client.delete(`/exports/${id}`);
  });

  it('hands the run over when the first to order has no more use for it', async () => {
    const ids = [
      await auditor.order(DECISIONS),
      await officer.order(DECISIONS),
      await officer.order(DECISIONS),
    ] as const;
    await auditor.client.delete(`/exports/${ids[0]}`);
    expect((await auditor.state(ids[1])).sharesRunOf).toBeNull();
    expect((await auditor.state(ids[2])).sharesRunOf).toBe(ids[1]);
    await medel.startWorker();
    expect((await officer.ready(ids[1])).sha256).toBe((await officer.ready(ids[2])).sha256);
    expect((await auditor.state(ids[0])).status).toBe('cancelled');
  });

  it('takes no more orders than a person, and all together, may have waiting', async () => {
    const order = (who: Exporting, at: number) =>
      who.client.post('/exports', {
        body: { kind: 'audit-trail', format: 'csv', filters: {}, asOf: `2020-01-0${at}` },
      });
    const taken = [];
    for (const at of [1, 2, 3, 4]) taken.push(await order(auditor, at));
    const refused = await order(auditor, 5);
    expect(refused).toMatchObject({
      status: 429,
      body: { code: 'tooManyRequests', findings: [{ code: 'tooManyExportsOfUser', data: { limit: 4 } }] },
    });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    for (const at of [5, 6, 7]) taken.push(await order(officer, at));
    const full = await order(officer, 8);
    expect([full.status, full.body.findings.map(({ code }: Any) => code)]).toEqual([429, ['tooManyExports']]);
    await auditor.client.delete(`/exports/${taken[0]!.body.id}`);
    const again = await order(auditor, 9);
    expect(again.status).toBe(202);
    for (const { body } of [...taken, again]) await auditor.client.delete(`/exports/${body.id}`);
  });

  it('lets small exports past large ones, which take turns', async () => {
    const large = [
      await auditor.order({ kind: 'audit-trail', format: 'xlsx' }),
      await auditor.order({ kind: 'audit-trail', format: 'json' }),
      await officer.order({ kind: 'audit-trail', format: 'csv' }),
    ];
    const small = await officer.order(DECISIONS);
    const worker = await medel.startWorker();
    const storage = worker.get(FileStorage);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const complete = jest.spyOn(storage, 'complete').mockImplementation(async (key) => {
      if (large.some((id) => key.startsWith(id)) && key.endsWith('.rows')) await held;
      return FileStorage.prototype.complete.call(storage, key);
    });
    await officer.ready(small);
    const running = await Promise.all(large.map((id) => auditor.state(id)));
    expect(running.map(({ status }) => status).sort()).toEqual(['queued', 'queued', 'running']);
    release();
    for (const id of large) expect((await auditor.ready(id)).rowCount).toBeGreaterThan(3_000);
    complete.mockRestore();
  });

  it('tells of a full disk, leaves nothing behind, and makes the file when there is room', async () => {
    const storage = (await medel.startWorker()).get(FileStorage);
    const full = jest.spyOn(storage, 'openForWriting').mockImplementation(() =>
      Promise.resolve(
        new Writable({
          write: (_chunk, _encoding, done) =>
            done(Object.assign(new Error('no space left'), { code: 'ENOSPC' })),
        }) as never,
      ),
    );
    const before = readdirSync(medel.config.storageDirectory).length;
    for (const format of ['csv', 'xlsx', 'json', 'pdf']) {
      const id = await auditor.order({ kind: 'grants-by-year', format });
      expect(await auditor.ends(id)).toMatchObject({ status: 'failed', failure: 'diskFull', sha256: null });
    }
    expect(readdirSync(medel.config.storageDirectory)).toHaveLength(before);
    const last = await officer.order({ kind: 'grants-by-year', format: 'csv' });
    expect(await officer.ends(last)).toMatchObject({ failure: 'diskFull' });
    full.mockRestore();
    await officer.client.post(`/exports/${last}/retry`);
    expect(await officer.ready(last)).toMatchObject({ failure: null });
    for (const code of EXPORT_FAILURES)
      expect([code, hasText(`exportFailure.${code}`)]).toEqual([code, true]);
  });

  it('tells when the place of files is gone', async () => {
    await medel.startWorker();
    const directory = medel.config.storageDirectory;
    renameSync(directory, `${directory}-away`);
    // A file where the folder is to be: nothing can be made there.
    writeFileSync(directory, '');
    chmodSync(directory, 0o400);
    try {
      const id = await auditor.order({ kind: 'recoveries', format: 'xlsx' });
      expect(await auditor.ends(id)).toMatchObject({ status: 'failed', failure: 'storageGone' });
    } finally {
      rmSync(directory);
      renameSync(`${directory}-away`, directory);
    }
  });

  it('hands out nothing of a file that is not the one that was made', async () => {
    await medel.startWorker();
    const { id, file } = await auditor.make({ kind: 'open-grants', format: 'csv' });
    const path = await pathOf(id);
    // As long as it was: only its bytes tell.
    writeFileSync(path, Buffer.concat([file.subarray(0, -2), Buffer.from('x\n')]));
    const changed = await auditor.client.get(`/exports/${id}/file`);
    expect(changed).toMatchObject({
      status: 410,
      body: { code: 'fileDamaged', data: { reason: 'changed' } },
    });
    expect(JSON.stringify(changed.body)).not.toContain(file.toString().slice(0, 20));
    rmSync(path);
    const missing = await auditor.client.get(`/exports/${id}/file`);
    expect(missing).toMatchObject({
      status: 410,
      body: { code: 'fileDamaged', data: { reason: 'missing' } },
    });
  });

  it('takes up one whose worker died, with those who wait for it', async () => {
    const ids = [
      await auditor.order({ kind: 'recoveries', format: 'pdf' }),
      await officer.order({ kind: 'recoveries', format: 'pdf' }),
    ];
    await medel.owner.query(
      `UPDATE outbox_messages SET relayed_at = now() - interval '1 minute' WHERE subject_id = ANY($1)`,
      [ids],
    );
    await medel.owner.query(`ALTER TABLE exports DISABLE TRIGGER USER;
      UPDATE exports SET requested_at = requested_at - interval '1 minute' WHERE id = ANY('{${ids.join()}}');
      ALTER TABLE exports ENABLE TRIGGER USER`);
    await medel.startWorker();
    await until(async () => (await auditor.state(ids[1]!)).status === 'ready', { seconds: 40 });
    expect(await runs([ids[1]!])).toBe(0);
  });
});

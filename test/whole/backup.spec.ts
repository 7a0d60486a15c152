import {
  appendFileSync,
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#platform/embedded';
import { Medel, startTestServer, until, type Any } from '#testing';
import { pdf } from '../api/sample-files.js';
import { must, Stage } from '../api/stage.js';

/** Nothing of it belongs to a running server only, and the log of changes comes apart. */
const isOfBackup = (path: string): boolean =>
  !/^(postmaster\.(pid|opts))$/.test(basename(path)) && basename(dirname(path)) !== 'pg_wal';

/** As the operator does it: a base copy while people work, the log of changes, the files; then another server. */
describe('a backup', () => {
  let directory: string;
  let source: Awaited<ReturnType<typeof startTestServer>>;
  let medel: Medel;
  let stage: Stage;
  let admin: pg.Client;
  let copy: EmbeddedPostgres | undefined;
  let restored: Medel | undefined;

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'medel-backup-'));
    source = await startTestServer(join(directory, 'source'));
    medel = await Medel.start({ server: source.server, worker: true });
    stage = await Stage.set(medel);
    admin = new pg.Client({ connectionString: source.server.adminUrl });
    await admin.connect();
    await admin.query(`ALTER SYSTEM SET wal_keep_size = '2GB'`);
    await admin.query('SELECT pg_reload_conf()');
  });
  afterAll(async () => {
    await restored?.stop();
    await copy?.stop();
    await admin.end();
    await medel.stop();
    await source.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  const countOf = async (pool: pg.Pool, table: string): Promise<number> =>
    (await pool.query(`SELECT count(*)::integer AS n FROM ${table}`)).rows[0].n;
  const attached = async (): Promise<string> => {
    const id = await stage.application('draft');
    await must(
      Promise.resolve(
        await stage.people['sokande.1275'].upload(
          `/applications/${id}/attachments`,
          pdf(id),
          {},
          { name: 'a.pdf' },
        ),
      ),
      201,
    );
    return id;
  };
  const isSealed = async (): Promise<boolean> =>
    (await medel.owner.query(`SELECT FROM letters WHERE status <> 'sealed'`)).rows.length === 0;

  it('is restored on another server to the moment before a mishap, with every file and every seal', async () => {
    await stage.application('decided');
    await attached();
    const base = join(directory, 'restored');
    const home = source.server.home;
    mkdirSync(base, { mode: 0o755 });
    await admin.query(`SELECT pg_backup_start('medel', true)`);
    const during = attached();
    cpSync(join(home, 'data'), join(base, 'data'), { recursive: true, filter: isOfBackup });
    await during;
    const { rows } = await admin.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop(false)');
    const afterwards = await attached();
    await until(isSealed);
    await medel.stopWorker();
    const events = await countOf(medel.owner, 'audit_events');
    await admin.query(`SELECT pg_create_restore_point('before')`);
    await medel.owner.query(`TRUNCATE letters CASCADE`);
    await admin.query('SELECT pg_switch_wal()');
    const wal = join(directory, 'wal');
    cpSync(join(home, 'data', 'pg_wal'), wal, { recursive: true });
    cpSync(join(home, 'superuser-password'), join(base, 'superuser-password'));
    writeFileSync(join(base, 'data', 'backup_label'), rows[0]!.labelfile);
    writeFileSync(join(base, 'data', 'recovery.signal'), '');
    appendFileSync(
      join(base, 'data', 'postgresql.auto.conf'),
      `\nrestore_command = 'cp "${wal}/%f" "%p"'\nrecovery_target_name = 'before'\nrecovery_target_action = 'promote'\n`,
    );
    giveAs(join(home, 'data'), [base, wal]);
    chmodSync(directory, 0o755);

    copy = await startEmbeddedPostgres({ directory: base, port: 0 });
    const there = new pg.Client({ connectionString: copy.superuserUrl });
    await there.connect();
    await until(async () => !(await there.query('SELECT pg_is_in_recovery() AS r')).rows[0].r);
    await there.end();
    const moved = (url: string) => {
      const address = new URL(url);
      address.port = String(copy!.port);
      return address.href;
    };
    const { adminUrl, ownerUrl, appUrl, queueUrl } = source.server;
    restored = await Medel.start({
      server: {
        home: copy.home,
        adminUrl: moved(adminUrl),
        ownerUrl: moved(ownerUrl),
        appUrl: moved(appUrl),
        queueUrl: moved(queueUrl),
        template: new URL(medel.config.databaseUrl).pathname.slice(1),
      },
    });
    // The files after the database: whatever a row names was written before the row.
    cpSync(medel.config.storageDirectory, restored.config.storageDirectory, { recursive: true });
    Object.assign(restored.config, { sealKey: medel.config.sealKey });
    await restored.restartApi();

    expect(await countOf(restored.owner, 'audit_events')).toBe(events);
    expect(await countOf(restored.owner, 'letters')).toBeGreaterThan(0);
    expect(await countOf(restored.owner, 'application_attachments')).toBe(3);
    await restored.expectCoherent();
    const auditor = await restored.as('revisor');
    const verification = (await auditor.get<Any>('/audit/verification')).body;
    expect(verification).toMatchObject({ ok: true, firstBroken: null });
    expect(await countOf(restored.owner, 'audit_seals')).toBeGreaterThan(0);
    const applicant = await restored.as('sokande.1275');
    await must(applicant.edit(`/applications/${afterwards}`, stage.form()), 200);
  });
});

/** The copies belong to whom the source belongs to: a server does not start on files of others. */
function giveAs(like: string, paths: string[]): void {
  const { uid, gid } = statSync(like);
  for (const path of paths) {
    chownSync(path, uid, gid);
    for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' }))
      chownSync(join(path, name), uid, gid);
  }
  chmodSync(join(paths[0]!, 'data'), 0o700);
}

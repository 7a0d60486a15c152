import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Cases, Client, Medel, startProcesses, until, type Any } from '#testing';

const year = new Date().getFullYear();

/** SIGKILL between file and row: the letter is made once all the same, and its file is the only one. */
describe('the worker, killed while it seals a letter,', () => {
  let medel: Medel;
  let processes: Awaited<ReturnType<typeof startProcesses>>;
  let cases: Cases;

  beforeAll(async () => {
    medel = await Medel.start();
    processes = await startProcesses(medel.config);
    await processes.api.start();
    const as = (name: string) => new Client(processes.address).signIn(`${name}@medel.example`);
    cases = await Cases.open({ as }, { years: [year] });
  }, 120_000);
  afterAll(async () => {
    await processes.api.kill();
    await processes.worker.kill();
    await medel.expectCoherent();
    await medel.stop();
  });

  const files = () => readdirSync(medel.config.storageDirectory).filter((name) => name.startsWith('letter-'));
  const letters = async (): Promise<Any[]> =>
    (await medel.owner.query('SELECT id, status, version, file_key AS key, sha256 FROM letters')).rows;

  it('leaves a file that the next one writes over, and nothing else', async () => {
    await cases.approved();
    const [{ id }] = await letters();
    const owner = await medel.owner.connect();
    try {
      // The letter's row can be locked and read, but its chain cannot be written: the file is there, and no row tells of it.
      await owner.query('BEGIN; LOCK TABLE audit_events IN SHARE MODE');
      await processes.worker.start();
      await until(() => Promise.resolve(files().includes(`letter-${id}.pdf`)), { seconds: 60 });
      await processes.worker.kill();
      await owner.query('ROLLBACK');
    } finally {
      owner.release(true);
    }
    await until(async () => {
      const { rows } = await medel.owner.query(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND query ILIKE '%audit_events%' AND state <> 'idle'
           AND pid <> pg_backend_pid()`,
      );
      return rows.length === 0;
    });
    expect(await letters()).toMatchObject([{ id, status: 'ordered', version: 1, key: null }]);

    await processes.worker.start();
    const [letter] = await until(
      async () => {
        const rows = await letters();
        return rows.every(({ status }) => status === 'sealed') && rows;
      },
      { seconds: 90 },
    );
    expect(letter).toMatchObject({ version: 2, key: `letter-${id}.pdf` });
    expect(files()).toEqual([`letter-${id}.pdf`]);
    const content = readFileSync(join(medel.config.storageDirectory, letter.key));
    expect(createHash('sha256').update(content).digest('hex')).toBe(letter.sha256);
  }, 180_000);
});

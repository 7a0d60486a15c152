import { spawnSync } from 'node:child_process';
import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { SYSTEM } from '#core/access';
import { AuditSealer, AuditVerifier, SealKeys } from '#platform/audit';
import type { Snapshots } from '#platform/database';
import { figure, Medel, seededRandom, sized, until, type Any, type TestServer } from '#testing';
import { Exporting } from '../../api/exporting.js';
import { Stage } from '../../api/stage.js';
import { DatabaseTampering, type Chain } from './database-tampering.js';
import { ExportTampering } from './export-tampering.js';

const random = seededRandom('tamper');
const TITLE = 'Budget\u2028och\u2029tidplan';
let medel: Medel;
let stage: Stage;

beforeAll(async () => {
  medel = await Medel.start({ worker: true });
  stage = await Stage.set(medel);
  // There are chains here of what is not there, written by the owner.
  await medel.owner.query('ALTER TABLE audit_events DISABLE TRIGGER happened');
  // A seal of its own for what comes of each.
  for (const state of ['draft', 'underAssessment', 'decided', 'draft'] as const) {
    await stage.application(state);
    await allSealed();
  }
  await until(async () => {
    const { rows } = await medel.owner.query(`SELECT FROM letters WHERE status = 'ordered'`);
    return rows.length === 0;
  });
}, 1_200_000);
afterAll(() => medel.stop());

/** What is written elsewhere meanwhile, also in another database, keeps a seal from taking the youngest events. */
const PATIENCE = { seconds: 240 };
const seal = () => medel.worker!.get(AuditSealer).seal(SYSTEM);
const verified = async (): Promise<Any> => (await stage.people.revisor.get('/audit/verification')).body;
const allSealed = () =>
  until(async () => {
    await seal();
    return (await verified()).seals.unsealed === 0;
  }, PATIENCE);
const keyId = () => medel.api.get(SealKeys).known[0]!.id;

describe('the audit tables', () => {
  let superuser: pg.Client;
  let verifier: AuditVerifier;

  beforeAll(async () => {
    await allSealed();
    const { adminUrl } = JSON.parse(process.env['MEDEL_TEST_SERVER']!) as TestServer;
    const address = new URL(adminUrl);
    address.pathname = new URL(medel.config.databaseUrl).pathname;
    superuser = new pg.Client({ connectionString: address.href });
    await superuser.connect();
    // What was tampered with is looked at in the same transaction, and undone.
    await superuser.query(
      `BEGIN ISOLATION LEVEL REPEATABLE READ; SET LOCAL TimeZone = 'UTC'; SET LOCAL session_replication_role = replica`,
    );
    const within = {
      read: (_: unknown, work: (snapshot: object) => Promise<unknown>) =>
        work({
          one: async ({ text, values }: pg.QueryConfig) => (await superuser.query(text, values)).rows[0],
        }),
    } as unknown as Snapshots;
    verifier = new AuditVerifier(within, medel.api.get(SealKeys));
  }, 300_000);
  afterAll(() => superuser.end());

  it('are found to have been tampered with, wherever and however they were', async () => {
    const sound = await verifier.verify(SYSTEM);
    expect(sound).toMatchObject({ ok: true, firstBroken: null, seals: { unsealed: 0 } });
    expect(sound.seals.count).toBeGreaterThan(3);
    const { rows: chains } =
      await superuser.query<Chain>(`SELECT subject_type AS "subjectType", subject_id AS "subjectId",
        count(*)::integer AS length, (SELECT array_agg(h.seq::integer ORDER BY h.seq) FROM audit_seal_heads h
          WHERE h.subject_type = e.subject_type AND h.subject_id = e.subject_id) AS sealed
      FROM audit_events e JOIN audited_subjects s USING (subject_type, subject_id) GROUP BY 1, 2`);
    const { acts } = new DatabaseTampering(superuser, random, chains, sound.seals.count);
    const count = sized(100, 1_000);
    const names = Object.keys(acts);
    for (let round = 0; round < count; round += 1) {
      const name = names[round % names.length]!;
      await superuser.query('SAVEPOINT sound');
      const { subjects, seqs, faults } = await acts[name]!();
      const { ok, firstBroken } = await verifier.verify(SYSTEM);
      const { subjectType, subjectId, seq, fault } = firstBroken ?? {};
      expect([round, name, ok, `${subjectType} ${subjectId}`, seq, fault]).toEqual([
        round,
        name,
        false,
        expect.stringMatching(`^(${subjects.join('|')})$`),
        expect.anything(),
        expect.stringMatching(`^(${faults.join('|')})$`),
      ]);
      expect(seqs).toContain(seq);
      await superuser.query('ROLLBACK TO SAVEPOINT sound');
    }
    expect(await verifier.verify(SYSTEM)).toEqual(sound);
    figure('tamper', 'tables', `${count} in ${names.length} ways, all found and located`);
  }, 600_000);
});

describe('an export', () => {
  let folder: string;
  let trail: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'medel-tamper-'));
    const exporting = new Exporting(medel, stage.people.revisor);
    // JSON holds these signs as they are, and Node ends a line at them, from 24 on.
    await medel.owner.query(
      `INSERT INTO audit_events (subject_type, subject_id, seq, action, actor_id, actor_person, at, data)
       SELECT 'synthetic', id, 1, 'create', id, id, clock_timestamp(), json_build_object('title', $1::text)
       FROM (SELECT gen_random_uuid() AS id) s`,
      [TITLE],
    );
    // Its own order stands in the trail, and is sealed when it is older than all that runs on the server.
    const sealed = async (format: 'json' | 'csv') => {
      await medel.stopWorker();
      const id = await exporting.order({ kind: 'audit-trail', format });
      await medel.settled();
      await medel.startWorker();
      await exporting.ready(id);
      return exporting.file(id);
    };
    trail = (await sealed('json')).toString();
    writeFileSync(join(folder, 'sound.csv'), await sealed('csv'));
  }, 600_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const verify = (name: string, ...more: string[]) => {
    const program = resolve('tools/verify-audit.mjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, name, ...more], {
      cwd: folder,
      env: {},
    });
    return { code: status, said: `${stdout}${stderr}` };
  };

  it('verifies by itself in both formats, with nothing but Node', () => {
    writeFileSync(join(folder, 'sound.json'), trail);
    expect(trail).toContain(TITLE);
    for (const name of ['sound.json', 'sound.csv']) {
      const { code, said } = verify(name, '--key', keyId());
      expect([code, said]).toEqual([0, expect.stringContaining('Allt stämmer: ')]);
      expect(said).toContain('\n0 händelser är yngre än sina sigill.\n');
      expect(said).toContain(`Nyckel: ${keyId()}.`);
    }
    expect(verify('sound.json', '--key', '0'.repeat(16)).said).toContain('gjort med en annan nyckel');
    expect(verify('none.json').code).toBe(1);
  });

  it('is found to have been tampered with, wherever and however it was', () => {
    const tampering = new ExportTampering(trail, random);
    const names = Object.keys(tampering.acts);
    const count = sized(2, 20) * names.length;
    for (let round = 0; round < count; round += 1) {
      const name = names[round % names.length]!;
      const { file, said } = tampering.acts[name]!();
      writeFileSync(join(folder, 'tampered.json'), file);
      const found = verify('tampered.json', '--key', keyId(), '--seal', tampering.lastSeal);
      expect([name, found.code, found.said]).toEqual([name, 1, expect.any(String)]);
      for (const part of said) expect([name, found.said]).toEqual([name, expect.stringContaining(part)]);
    }
    figure('tamper', 'exports', `${count} in ${names.length} ways, all found and located`);
  }, 600_000);
});

describe('under load', () => {
  it('nothing is found where nothing was done, though lower numbers are committed after higher ones', async () => {
    const LANES = 16;
    const writers = new pg.Pool({ connectionString: medel.owner.options.connectionString, max: LANES });
    const rounds = sized(6, 60);
    let writing = true;
    let highest = 0;
    let late = 0;
    let isEnough = false;
    const lane = async () => {
      // On until some seals were made in the midst of it, however slow the machine is.
      for (let round = 0; round < rounds || !isEnough; round += 1) {
        const client = await writers.connect();
        // Its number may be older than its events, as of an act that waited for a lock.
        await client.query('BEGIN; SELECT pg_current_xact_id()');
        await sleep(random.whole(0, 1) * random.whole(0, 150));
        const { rows } = await client.query<{ id: string }>(
          `INSERT INTO audit_events (subject_type, subject_id, seq, action, actor_id, actor_person, at, data)
          SELECT 'synthetic', id, n, 'create', id, id, clock_timestamp(), json_build_object('n', n)
          FROM (SELECT gen_random_uuid() AS id) s, generate_series(1, 3) n ORDER BY n RETURNING id`,
        );
        await sleep(random.whole(0, 150));
        const isKept = random.whole(1, 10) > 1;
        await client.query(isKept ? 'COMMIT' : 'ROLLBACK');
        client.release();
        const id = Number(rows[2]!.id);
        if (isKept && id < highest) late += 1;
        if (isKept) highest = Math.max(highest, id);
      }
    };
    const lanes = Promise.all(Array.from({ length: LANES }, lane)).finally(() => (writing = false));
    let verifications = 0;
    for (; writing; verifications += 1) {
      await seal();
      const now = await verified();
      isEnough = verifications >= 2 || !now.ok;
      expect(now).toMatchObject({ ok: true, firstBroken: null });
    }
    await lanes;
    await writers.end();
    await medel.settled();
    await seal();
    const after = await verified();
    expect(after).toMatchObject({ ok: true, seals: { unsealed: 0 } });
    expect(late).toBeGreaterThan(0);
    figure(
      'tamper',
      'load',
      `${verifications} verifications, ${after.seals.count} seals, ${late} lower numbers committed late`,
    );
  }, 300_000);
});

describe('sealing', () => {
  it('takes any number of chains, each once, also where two seal at the same time', async () => {
    const chains = 2_500;
    await medel.owner.query(
      `INSERT INTO audit_events (subject_type, subject_id, seq, action, actor_id, actor_person, at, data)
       SELECT 'syntheticMany', c.id, n, 'edit', u.id, u.person_id, now(), '{}'
       FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, $1::integer)) c, generate_series(1, 2) n,
         (SELECT id, person_id FROM users LIMIT 1) u ORDER BY c.id, n`,
      [chains],
    );
    await until(async () => {
      await Promise.all([seal(), medel.worker!.get(AuditSealer).sealAfterLast(SYSTEM, true)]);
      return (await verified()).seals.unsealed === 0;
    }, PATIENCE);
    expect(await verified()).toMatchObject({ ok: true, firstBroken: null });
    const { rows } = await medel.owner.query(
      `SELECT count(*)::integer AS heads, count(DISTINCT subject_id)::integer AS chains, min(seq) AS seq,
         (SELECT max(n)::integer FROM (SELECT count(*) AS n FROM audit_seal_heads GROUP BY seal) s) AS "mostOfASeal"
       FROM audit_seal_heads WHERE subject_type = 'syntheticMany'`,
    );
    expect(rows).toEqual([{ heads: chains, chains, seq: 2, mostOfASeal: 1_000 }]);
  }, 300_000);
});

describe('a key that was changed', () => {
  const newKey = () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    return {
      sealKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
      publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    };
  };
  const restart = async (changes: Partial<typeof medel.config>) => {
    await medel.stopWorker();
    Object.assign(medel.config, changes);
    await medel.restartApi();
    await medel.startWorker();
  };
  const sealed = async () => {
    await stage.application('draft');
    const { count } = (await verified()).seals;
    await until(async () => {
      await seal();
      return (await verified()).seals.count > count;
    }, PATIENCE);
    return (await verified()).seals.last as { number: number; keyId: string; at: string };
  };
  const fault = async () => (await verified()).firstBroken;

  it('holds for what it sealed, and for nothing after its end, however that is dated', async () => {
    const old = { sealKey: medel.config.sealKey!, publicKey: medel.api.get(SealKeys).own! };
    const oldId = keyId();
    const next = newKey();
    const before = (await verified()).seals.last;
    await medel.stopWorker();
    const moment = new Date().toISOString();
    await restart({ sealKey: next.sealKey, sealPublicKeys: [{ publicKey: old.publicKey, until: moment }] });
    const first = await sealed();
    expect([before.keyId, first.keyId]).toEqual([oldId, keyId()]);
    expect(await verified()).toMatchObject({ ok: true, firstBroken: null });
    const { items } = (await stage.people.revisor.get('/public/seal-keys')).body;
    expect(items).toMatchObject([
      { id: first.keyId, isInUse: true, until: null },
      { id: oldId, isInUse: false, until: moment },
    ]);

    // By an export and the keys that were written down.
    const folder = mkdtempSync(join(tmpdir(), 'medel-keys-'));
    const exported = async () => {
      const exporting = new Exporting(medel, stage.people.revisor);
      const { file } = await exporting.make({ kind: 'audit-trail', format: 'csv' });
      writeFileSync(join(folder, 'trail.csv'), file);
    };
    const verify = (...keys: string[]) => {
      const program = resolve('tools/verify-audit.mjs');
      const told = keys.flatMap((key) => ['--key', key]);
      return spawnSync(process.execPath, [program, 'trail.csv', ...told], { cwd: folder, encoding: 'utf8' });
    };
    const ended = `${oldId}@${moment}`;
    await exported();
    expect(verify(ended, first.keyId).stdout).toContain('Allt stämmer');
    expect(verify(ended).stdout).toContain(`gjort med en annan nyckel (${first.keyId})`);

    // Somebody has the old key still, and seals on.
    await restart({ sealKey: old.sealKey, sealPublicKeys: [{ publicKey: next.publicKey, until: null }] });
    const stolen = await sealed();
    expect(stolen.keyId).toBe(oldId);
    expect(await fault()).toBeNull();
    await restart({ sealKey: next.sealKey, sealPublicKeys: [{ publicKey: old.publicKey, until: moment }] });
    const { rows: forged } = await medel.owner.query<{ number: number }>(
      `SELECT number FROM audit_seals WHERE number > $1 AND encode(public_key, 'base64') = $2 ORDER BY number`,
      [first.number, old.publicKey],
    );
    const begun = { subjectType: 'auditSeal', seq: forged[0]!.number, fault: 'sealKeyEnded' };
    expect(await fault()).toMatchObject(begun);
    await exported();
    expect(verify(ended, first.keyId).stdout).toContain(
      `sigill ${begun.seq} är gjort med nyckel ${oldId} efter dess slut`,
    );
    rmSync(folder, { recursive: true });

    // And dates all of it before the end of the key, signed as well as the others.
    const key = createPrivateKey({ key: Buffer.from(old.sealKey, 'base64'), format: 'der', type: 'pkcs8' });
    await medel.owner.query('ALTER TABLE audit_seals DISABLE TRIGGER frozen');
    for (const { number } of forged) {
      const { rows } = await medel.owner.query<{ text: string }>(
        `UPDATE audit_seals s SET at = $2, previous_hash = (SELECT hash FROM audit_seals p WHERE p.number = s.number - 1)
         WHERE number = $1 RETURNING concat_ws(E'\\n', 'medel-audit-seal/1', number,
           (SELECT encode(hash, 'hex') FROM audit_seals p WHERE p.number = s.number - 1), audit_time($2::timestamptz), settled,
           encode(public_key, 'base64'), encode(sha256((SELECT string_agg(audit_leaf(h.subject_type, h.subject_id, h.seq, h.hash),
             '' ORDER BY h.place) FROM audit_seal_heads h WHERE h.seal = s.number)), 'hex')) AS text`,
        [number, before.at],
      );
      const { text } = rows[0]!;
      await medel.owner.query(
        `UPDATE audit_seals SET hash = sha256(convert_to($2, 'UTF8')), signature = $3 WHERE number = $1`,
        [number, text, sign(null, Buffer.from(text), key)],
      );
    }
    expect(await fault()).toMatchObject(begun);
    // Without the end of the key nothing of it is wrong; a seal that came after it, if there is one, is.
    await restart({ sealPublicKeys: [{ publicKey: old.publicKey, until: null }] });
    expect((await fault())?.seq).not.toBe(begun.seq);
  }, 600_000);
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { exportKinds } from '#core/exports';
import { until, type Any, type Client, type Medel } from '#testing';

/** Exports of rows: each may be had in every one of `FORMATS`. */
export const rowKinds = exportKinds.filter(({ formats }) => formats === undefined);
export const FORMATS = ['csv', 'json', 'xlsx', 'pdf'] as const;

/** Orders exports as somebody, and takes out their files. */
export class Exporting {
  constructor(
    private readonly medel: Medel,
    readonly client: Client,
  ) {}

  async order(body: object): Promise<string> {
    const ordered = await this.client.post('/exports', { body: { filters: {}, ...body } });
    if (ordered.status !== 202) throw new Error(JSON.stringify(ordered.body));
    return ordered.body.id as string;
  }

  async state(id: string): Promise<Any> {
    return (await this.client.get(`/exports/${id}`)).body;
  }

  ends(id: string): Promise<Any> {
    return until(
      async () => {
        const state = await this.state(id);
        return !['queued', 'running'].includes(state.status) && state;
      },
      { seconds: 60 },
    );
  }

  async ready(id: string): Promise<Any> {
    const state = await this.ends(id);
    if (state.status !== 'ready') throw new Error(JSON.stringify(state));
    return state;
  }

  async file(id: string): Promise<Buffer> {
    const address = `${this.medel.address}/api/v1/exports/${id}/file`;
    const response = await fetch(address, { headers: { cookie: this.client.session } });
    if (response.status !== 200) throw new Error(await response.text());
    return Buffer.from(await response.arrayBuffer());
  }

  /** The manifest's very bytes. */
  async manifest(id: string): Promise<string> {
    const address = `${this.medel.address}/api/v1/exports/${id}/manifest`;
    return (await fetch(address, { headers: { cookie: this.client.session } })).text();
  }

  async make(body: object) {
    const id = await this.order(body);
    const state = await this.ready(id);
    return { id, state, file: await this.file(id), manifest: await this.manifest(id) };
  }
}

/** What `tools/verify-export.mjs` says of a file, run in a folder where there is nothing else. */
export function verify(file: Buffer, manifest: string): { code: number | null; said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'medel-verify-'));
  try {
    writeFileSync(join(folder, 'file'), file);
    writeFileSync(join(folder, 'manifest.json'), manifest);
    const script = resolve('tools/verify-export.mjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, 'file', 'manifest.json'], {
      cwd: folder,
    });
    return { code: status, said: `${stdout}${stderr}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Rows of the trail, of an organisation or of none, so that an export of it is long; each is a chain of its own. */
export async function addAuditEvents(medel: Medel, count: number, organisationId?: string): Promise<void> {
  const organisation = organisationId ? `'${organisationId}'::uuid` : 'NULL::uuid';
  await medel.owner.query(`
    ALTER TABLE audit_events DISABLE TRIGGER audit_chain; ALTER TABLE audit_events DISABLE TRIGGER happened;
    INSERT INTO audit_events (subject_type, subject_id, seq, organisation_id, action, actor_id, actor_person, at, data,
      previous_hash, hash)
    SELECT 'synthetic', id, 1, ${organisation}, 'create', id, id, at, data, '',
      audit_hash('', 'synthetic', id, 1, 'create', id, id, at, data)
    FROM (SELECT gen_random_uuid() AS id, now()::timestamptz(3) AS at, json_build_object('n', n) AS data
      FROM generate_series(1, ${count}) n) s;
    ALTER TABLE audit_events ENABLE TRIGGER audit_chain; ALTER TABLE audit_events ENABLE TRIGGER happened; ANALYZE audit_events`);
}

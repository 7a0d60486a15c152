import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { emailOf } from '#core/demo';
import { DEMO_AGENCY, DEMO_LIMITS, DEMO_PAYER, type Config } from '#platform/config';
import { createApi } from '../../../apps/api/src/create-api.js';
import { createWorker } from '../../../apps/worker/src/create-worker.js';
import { Client } from './client.js';
import { expectCoherent } from './coherence.js';
import { expectSentFiles } from './sent-files.js';
import { until } from './until.js';

/** Addresses of a PostgreSQL with the template database: see `test-server.ts`. */
export interface TestServer {
  /** Where its files are. */
  home: string;
  adminUrl: string;
  template: string;
  ownerUrl: string;
  appUrl: string;
  queueUrl: string;
}

export interface MedelOptions {
  /** Runs the worker too. */
  worker?: boolean;
  redisUrl?: string;
  scanner?: Config['scanner'];
  /** Where measures are fetched from, instead of SCB and Kolada. */
  sources?: string;
  exports?: Partial<Config['exports']>;
  limits?: Partial<Config['limits']>;
  trustedProxies?: string[];
  secondFactor?: Partial<Config['secondFactor']>;
  identityProviders?: Config['identityProviders'];
  /** The address that people type, where it is not the one that is listened on. */
  publicOrigin?: string;
  port?: number;
  /** Another PostgreSQL than the one that all suites share. */
  server?: TestServer;
}

/** A whole Medel on a database of its own, spoken to over HTTP. */
export class Medel {
  private constructor(
    readonly config: Config,
    readonly ownerUrl: string,
    readonly address: string,
    /** The owner's connection: sees everything, for looking behind the answers. */
    readonly owner: pg.Pool,
    public api: NestFastifyApplication,
    public worker: INestApplicationContext | undefined,
    private readonly remove: () => Promise<void>,
  ) {}

  static async start({
    worker = false,
    redisUrl,
    scanner = null,
    // Nothing listens there: no test asks a real source.
    sources = 'http://127.0.0.1:9',
    exports = {},
    limits = {},
    trustedProxies = [],
    secondFactor = {},
    identityProviders = [],
    publicOrigin = 'http://127.0.0.1',
    port = 0,
    server = JSON.parse(process.env['MEDEL_TEST_SERVER']!) as TestServer,
  }: MedelOptions = {}): Promise<Medel> {
    const name = `medel_${randomBytes(6).toString('hex')}`;
    await asAdmin(server, `CREATE DATABASE ${name} TEMPLATE ${server.template} OWNER medel_owner`);
    // A copy has none of the rights that were given or taken in its template.
    await asAdmin(
      server,
      `REVOKE TEMPORARY ON DATABASE ${name} FROM PUBLIC; GRANT CONNECT ON DATABASE ${name} TO medel_app, medel_queue;
       GRANT CREATE ON DATABASE ${name} TO medel_queue`,
    );
    const storageDirectory = mkdtempSync(join(tmpdir(), 'medel-'));
    const config: Config = {
      databaseUrl: withDatabase(server.appUrl, name),
      databasePoolSize: 16,
      queueDatabaseUrl: withDatabase(server.queueUrl, name),
      redisUrl: redisUrl ?? null,
      host: '127.0.0.1',
      port,
      publicOrigin,
      demo: true,
      payer: DEMO_PAYER,
      agency: DEMO_AGENCY,
      openDataLicence: 'https://licence.example/',
      storageDirectory,
      sealKey: generateKeyPairSync('ed25519')
        .privateKey.export({ format: 'der', type: 'pkcs8' })
        .toString('base64'),
      sealPublicKeys: [],
      fileLimit: 64 * 1024 * 1024,
      koladaUrl: sources,
      scbUrl: sources,
      scbV1Url: sources,
      scanner,
      exports: { perUser: 25, total: 250, largeRows: 100_000, ...exports },
      limits: { ...DEMO_LIMITS, ...limits },
      trustedProxies,
      secondFactor: { mode: 'offered', key: randomBytes(32), freeTries: 5, ...secondFactor },
      identityProviders,
      logLevel: process.env['MEDEL_TEST_LOG'] ?? 'silent',
    };
    const api = await createApi(config);
    await api.listen(port, config.host);
    const working = worker ? await createWorker(config) : undefined;
    const ownerUrl = withDatabase(server.ownerUrl, name);
    const owner = new pg.Pool({ connectionString: ownerUrl, max: 4 });
    owner.on('error', () => undefined);
    const remove = async () => {
      await owner.end();
      await asAdmin(server, `DROP DATABASE ${name} WITH (FORCE)`);
      rmSync(storageDirectory, { recursive: true, force: true });
    };
    const address = (await api.getUrl()).replace('[::1]', '127.0.0.1');
    return new Medel(config, ownerUrl, address, owner, api, working, remove);
  }

  /** Signed in as a demo account: `as('handlaggare')`. */
  as(name: string): Promise<Client> {
    return new Client(this.address).signIn(emailOf(name));
  }

  anyone(): Client {
    return new Client(this.address);
  }

  async expectCoherent(): Promise<void> {
    await expectCoherent(this.owner);
    await expectSentFiles(this.owner, this.config.storageDirectory);
  }

  /**
   * Waits until what is written is older than all that runs on the server, also in the databases of the suites beside this
   * one: before, no seal takes it.
   */
  async settled(): Promise<void> {
    const unsettled =
      'SELECT FROM audit_events WHERE tx >= pg_snapshot_xmin(pg_current_snapshot())::text::bigint';
    await until(async () => (await this.owner.query(unsettled)).rowCount === 0, { seconds: 240 });
  }

  /** Another API on the same database and address, as after a deployment. */
  async restartApi(): Promise<void> {
    await this.api.close();
    this.api = await createApi(this.config);
    await this.api.listen(Number(new URL(this.address).port), this.config.host);
  }

  async startWorker(): Promise<INestApplicationContext> {
    return (this.worker ??= await createWorker(this.config));
  }

  async stopWorker(): Promise<void> {
    await this.worker?.close();
    this.worker = undefined;
  }

  async stop(): Promise<void> {
    await this.worker?.close();
    await this.api.close();
    await this.remove();
  }
}

async function asAdmin({ adminUrl }: TestServer, statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query(statement);
  } finally {
    await admin.end();
  }
}

function withDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

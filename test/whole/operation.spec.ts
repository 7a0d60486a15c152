import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { DataSource } from 'typeorm';
import { connectPatiently } from '#platform/database';
import { Cases, Client, Medel, startProcesses, until } from '#testing';
import { createApi } from '../../apps/api/src/create-api.js';
import { must } from '../api/stage.js';

const year = new Date().getFullYear();

/** What those who run Medel see of it, and what they do to it. */
describe('whoever runs Medel', () => {
  let medel: Medel;

  beforeAll(async () => {
    medel = await Medel.start();
  });
  afterAll(() => medel.stop());

  const metric = async (name: string): Promise<number> => {
    const { body } = await new Client(medel.address).get('//metrics');
    const line = String(body)
      .split('\n')
      .find((each) => each.startsWith(`${name} `));
    return Number(line?.slice(name.length));
  };

  it('reads counts and times, which name nobody', async () => {
    const signatory = await medel.as('firmatecknare.1280');
    const { id } = (await must(signatory.get('/applications?q=hemlig'), 200)).body.items[0] ?? {};
    await signatory.get(`/applications/${id ?? '0197ffff-0000-7000-8000-000000000000'}`);
    const answer = await new Client(medel.address).get('//metrics');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.body).toContain('route="/api/v1/applications/:id"');
    expect(answer.body).not.toMatch(/hemlig|firmatecknare|@|[0-9a-f]{8}-[0-9a-f]{4}/);
    expect(await metric('medel_database_up')).toBe(1);
  });

  it('sees what waits for the queue', async () => {
    const cases = await Cases.open(medel, { years: [year] });
    const before = await metric('medel_outbox_waiting');
    await must(
      cases.officer.post('/exports', { body: { kind: 'applications', format: 'csv', filters: {} } }),
      202,
    );
    expect(await metric('medel_outbox_waiting')).toBe(before + 1);
    expect(await metric('medel_outbox_oldest_seconds')).toBeGreaterThan(0);
  });
});

/** SIGTERM: what was taken in is answered, and nothing more is taken in. */
describe('a process that is told to stop', () => {
  let medel: Medel;
  let processes: Awaited<ReturnType<typeof startProcesses>>;

  beforeAll(async () => {
    medel = await Medel.start();
    processes = await startProcesses(medel.config);
    await processes.api.start();
  });
  afterAll(async () => {
    await processes.api.kill();
    await medel.stop();
  });

  it('answers every request that it has, and ends', async () => {
    const client = (name: string) => new Client(processes.address).signIn(`${name}@medel.example`);
    const cases = await Cases.open({ as: client }, { years: [year] });
    const sent = Array.from({ length: 64 }, (_, index) =>
      cases.applicant
        .post('/applications', { body: { callId: cases.callId }, key: `stop-${index}` })
        .then(({ status }) => status)
        .catch(() => 'no answer'),
    );
    await until(async () => (await made(medel)) > 0, { pause: 1 });
    await processes.api.kill('SIGTERM');
    const answers = await Promise.all(sent);
    const acknowledged = answers.filter((status) => status === 201).length;
    expect(acknowledged).toBeGreaterThan(0);
    // Nobody is left to wonder: what was begun was answered, so that what is there is what was acknowledged.
    expect(await made(medel)).toBe(acknowledged);
  });
});

const made = async (medel: Medel): Promise<number> =>
  Number(
    (await medel.owner.query(`SELECT count(*) FROM idempotency_keys WHERE key LIKE 'stop-%'`)).rows[0].count,
  );

/** PostgreSQL away: at the start of a process, and while it runs. */
describe('a process without PostgreSQL', () => {
  let medel: Medel;
  let way: Way;

  beforeAll(async () => {
    medel = await Medel.start();
    way = await Way.to(medel.config.databaseUrl);
  });
  afterAll(async () => {
    way.close();
    await medel.stop();
  });

  it('waits for it when it starts, and tells of it when it goes', async () => {
    const starting = createApi({ ...medel.config, databaseUrl: way.url });
    await until(async () => way.refused > 1);
    way.open();
    const api = await starting;
    try {
      await api.listen(0, '127.0.0.1');
      const anyone = new Client(await api.getUrl());
      expect((await anyone.get('//health/ready')).status).toBe(200);
      way.close();
      const [live, ready, asked] = [
        await anyone.get('//health/live'),
        await anyone.get('//health/ready'),
        await anyone.post('/session', { body: { email: 'admin@medel.example', password: 'x' } }),
      ];
      expect([live.status, ready.status]).toEqual([200, 503]);
      expect(asked).toMatchObject({ status: 503, body: { code: 'unavailable', status: 503 } });
      expect(asked.headers.get('content-type')).toContain('application/problem+json');
      expect(asked.headers.get('retry-after')).toBe('1');
      way.open();
      await until(async () => (await anyone.get('//health/ready')).status === 200);
    } finally {
      await api.close();
    }
  });

  it('ends where it waited long enough, and says for what', async () => {
    way.close();
    const connecting = connectPatiently(new DataSource({ type: 'postgres', url: way.url }), 0.3);
    await expect(connecting).rejects.toThrow(/PostgreSQL has not come within 0.3 s: .*ECONNRE/);
  });

  it('ends at once where no waiting helps', async () => {
    const url = medel.config.databaseUrl.replace(/:[^:@]*@/, ':wrong@');
    const connecting = connectPatiently(new DataSource({ type: 'postgres', url }));
    await expect(connecting).rejects.toThrow(/password authentication failed/);
  });
});

/** The way to PostgreSQL, which is shut and opened: whoever comes when it is shut is sent away. */
class Way {
  refused = 0;
  private isOpen = false;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly target: URL,
  ) {}

  static async to(url: string): Promise<Way> {
    const server = createServer();
    const way = new Way(server, new URL(url));
    server.on('connection', (from) => way.take(from));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    server.unref();
    return way;
  }

  get url(): string {
    const through = new URL(this.target);
    through.port = String((this.server.address() as AddressInfo).port);
    return through.href;
  }

  open(): void {
    this.isOpen = true;
  }

  close(): void {
    this.isOpen = false;
    for (const socket of this.sockets) socket.destroy();
  }

  private take(from: Socket): void {
    if (!this.isOpen) {
      this.refused += 1;
      from.resetAndDestroy();
      return;
    }
    const to = connect(Number(this.target.port), this.target.hostname);
    from.pipe(to).pipe(from);
    for (const socket of [from, to])
      socket.on('error', () => undefined).on('close', () => [from, to].forEach((each) => each.destroy()));
    this.sockets.add(from);
  }
}

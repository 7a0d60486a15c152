import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Cases, Client, Medel, startProcesses, until } from '#testing';
import { must } from './stage.js';

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

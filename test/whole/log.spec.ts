import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { withCheckDigits } from '#domain/payments/accounts/iban';
import { Client, Medel, startProcesses, until, type Any } from '#testing';
import { enrolApp } from '../api/factors.js';
import { pdf } from '../api/sample-files.js';
import { must, Stage } from '../api/stage.js';
import { childLog } from '../../tools/supervisor/child-log.js';

const PASSWORD = 'hemlig: fyra blå elefanter';
const IBAN = withCheckDigits('SE', `999${'7'.repeat(17)}`);

let medel: Medel;
let stage: Stage;
let processes: Awaited<ReturnType<typeof startProcesses>>;
let directory: string;
let log: number;
/** What must not be in the log: whatever a person is known by, and whatever lets somebody in. */
const secrets = new Set<string>();
const secret = (text: string): string => {
  secrets.add(text);
  return text;
};

beforeAll(async () => {
  medel = await Medel.start();
  directory = mkdtempSync(join(tmpdir(), 'medel-log-'));
  log = openSync(join(directory, 'log'), 'a');
  processes = await startProcesses({ ...medel.config, logLevel: 'trace' }, log);
  await processes.api.start();
  await processes.worker.start();
  const outside = Object.create(medel, { address: { value: processes.address } }) as Medel;
  stage = await Stage.set(outside);
});
afterAll(async () => {
  await processes.worker.kill('SIGTERM');
  await processes.api.kill('SIGTERM');
  closeSync(log);
  rmSync(directory, { recursive: true });
  await medel.stop();
});

const lines = () => readFileSync(join(directory, 'log'), 'utf8').trim().split('\n');
const anyone = () => new Client(processes.address);

/** An account that is made, invited, used, tried by others, and breaks a rule that nobody expected. */
async function accounts(): Promise<void> {
  const { admin } = stage.people;
  const body = {
    name: secret('Tuvalisa Kvastberg'),
    email: secret('tuvalisa.kvastberg@medel.example'),
    roles: ['caseOfficer'],
  };
  const { body: user } = await must(admin.post('/users', { body }), 201);
  const token = secret((await must(admin.post(`/users/${user.id}/invite`), 200)).body.token);
  const accept = { body: { token, password: secret(PASSWORD) } };
  await must(anyone().post('/public/invitations/accept', accept), 204);
  await must(
    anyone().post('/session', { body: { email: body.email, password: secret('felfel-gissning') } }),
    401,
  );
  const client = await anyone().signIn(body.email, PASSWORD);
  secret(client.session.split('=')[1]!);
  const { app } = await enrolApp(client);
  await must(client.prove({ code: secret(app.code()) }), 200);
  await admin.get(`/users?q=${encodeURIComponent(body.name)}`);
  await admin.get(`/users/${encodeURIComponent(body.email)}?name=${encodeURIComponent(body.name)}`);
  await admin.post('/users', { body: { ...body, kvastbergsk: secret('vinkelvolt') } });
  await admin.send('POST', '/users', { body: `{"name": "${body.name}", ` });
  await must(admin.post(`/users/${user.id}/extract-personal-data`, { body: { reason: body.name } }), 200);
  // What PostgreSQL then says has the whole row in it, and the driver's error all that was sent.
  await medel.owner.query(
    `ALTER TABLE users ADD CONSTRAINT unheard_of CHECK (name NOT LIKE '%Ormbunksson%')`,
  );
  const other = {
    ...body,
    name: secret('Frank Ormbunksson'),
    email: secret('frank.ormbunksson@medel.example'),
  };
  await must(admin.post('/users', { body: other }), 500);
}

async function cases(): Promise<void> {
  const applicant = stage.people['sokande.1275'];
  const id = await stage.application('draft');
  const contact = {
    name: secret('Bodolf Grankvist'),
    email: secret('bodolf.grankvist@kommun.example'),
    phone: secret('070-555 66 77'),
  };
  await must(applicant.edit(`/applications/${id}`, { contact, summary: secret('19121212-1212') }), 200);
  const sent = await applicant.upload(
    `/applications/${id}/attachments`,
    pdf(),
    {},
    {
      name: `${secret('bodolfs-brev')}.pdf`,
    },
  );
  await must(Promise.resolve(sent), 201);
  await must(stage.people['firmatecknare.1275'].post(`/applications/${id}/submit`), 200);
  const account = { kind: 'iban', number: secret(IBAN), reason: secret('Demo: bankbytesskäl') };
  const { body: payee } = await must(
    stage.people['firmatecknare.1275'].post('/payee-accounts', { body: account }),
    201,
  );
  await must(stage.people.ekonomi.post(`/payee-accounts/${payee.id}/approve`), 200);
  await must(
    stage.people['firmatecknare.1275'].post('/payee-accounts', { body: { ...account, number: `${IBAN}1` } }),
    400,
  );
}

/** Exports that are made, and one that cannot be; letters; refused sign-ins that are told. */
async function work(): Promise<void> {
  const officer = stage.people.handlaggare;
  await stage.application('decided');
  const order = { kind: 'applications', format: 'csv', filters: {} };
  const { body } = await must(officer.post<Any>('/exports', { body: order }), 202);
  await until(async () => (await officer.get(`/exports/${body.id}`)).body.status === 'ready');
  await medel.owner
    .query(`CREATE OR REPLACE FUNCTION unheard_of() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      RAISE EXCEPTION 'no: %', (SELECT string_agg(name, ' ') FROM users); END $$;
    CREATE TRIGGER unheard_of BEFORE UPDATE ON exports FOR EACH ROW EXECUTE FUNCTION unheard_of()`);
  await must(officer.post<Any>('/exports', { body: { ...order, format: 'json' } }), 202);
  await until(async () => lines().some((line) => line.includes('ExportProcessor')), { seconds: 60 });
}

it('logs one line of JSON an event, with nothing that a person is known by or let in by', async () => {
  await accounts();
  await cases();
  await work();
  await until(async () => lines().some((line) => line.includes('unexpected error')));
  const written = lines();
  const events: Any[] = written.map((line) => JSON.parse(line));
  expect(events.length).toBeGreaterThan(60);
  for (const event of events)
    expect(event).toMatchObject({
      level: expect.any(Number),
      time: expect.any(String),
      process: expect.any(String),
    });
  expect(new Set(events.map(({ process }) => process))).toEqual(new Set(['api', 'worker']));
  // It is still told what broke, and where.
  expect(events).toContainEqual(
    expect.objectContaining({
      msg: 'unexpected error',
      err: expect.objectContaining({ code: '23514', constraint: 'unheard_of', table: 'users' }),
    }),
  );
  for (const { id } of events.filter(({ msg }) => msg === 'request')) expect(id).toBeUndefined();
  const { rows } = await medel.owner.query<{ word: string }>(
    `SELECT name AS word FROM users UNION SELECT email FROM users UNION SELECT encode(token_hash, 'hex') FROM sessions
     UNION SELECT password_hash FROM users WHERE password_hash <> '!'`,
  );
  const words = [...secrets, ...rows.map(({ word }) => word)].flatMap((word) => [
    word,
    encodeURIComponent(word),
  ]);
  const found = words.filter((word) =>
    written.some((line) => line.toLowerCase().includes(word.toLowerCase())),
  );
  expect(found).toEqual([]);
  expect(
    written.filter((line) => /@[a-z]|kvastberg|ormbunksson|grankvist|bodolf|elefant/i.test(line)),
  ).toEqual([]);
});

it('is written to the file of a supervised process line by line, whatever signs are in a line', async () => {
  const file = join(directory, 'child.log');
  const said = [JSON.stringify({ level: 30, msg: 'Budget\u2028och\u2029tidplan' }), 'åäö', 'without an end'];
  const stream = Readable.from([...Buffer.from(said.join('\n'))].map((byte) => Buffer.of(byte)));
  const written = childLog('child', file);
  written.follow(stream, false);
  await until(() => Promise.resolve(written.lastLines().endsWith('end')));
  expect(written.lastLines().split('\n')).toEqual(said);
  await until(() => Promise.resolve(readFileSync(file, 'utf8') === `${said.join('\n')}\n`));
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ACCOUNT_COLUMNS, OWN_COLUMNS } from '../../libs/core/src/users/person-columns.js';
import { Medel, until, type Any, type Client } from '#testing';
import { enrolApp } from './factors.js';
import { expectProblem, findingsOf } from './problem.js';
import { must, NOWHERE, Stage } from './stage.js';

const PASSWORD = 'tre grå hästar i regn';
const reason = { reason: 'Demo: begärd på papper, legitimation visad' };

let medel: Medel;
let stage: Stage;
let admin: Client;
let made = 0;

beforeAll(async () => {
  medel = await Medel.start();
  stage = await Stage.set(medel);
  admin = stage.people.admin;
});
afterAll(async () => {
  await medel.expectCoherent();
  await medel.stop();
});

/** An account with a password, and somebody signed in with it. */
async function account(changes: object = {}): Promise<{ user: Any; client: Client }> {
  const body = {
    name: `Vera Ekmåne ${(made += 1)}`,
    email: `vera.ekmane.${made}@medel.example`,
    roles: ['caseOfficer'],
    ...changes,
  };
  const { body: user } = await must(admin.post('/users', { body }), 201);
  const { token } = (await must(admin.post(`/users/${user.id}/invite`), 200)).body;
  await must(medel.anyone().post('/public/invitations/accept', { body: { token, password: PASSWORD } }), 204);
  return { user, client: await medel.anyone().signIn(user.email, PASSWORD) };
}
const ofRecipient = async (roles: string[]) => {
  const { organisation } = (await stage.people['sokande.1275'].get('/session')).body.user;
  return account({ roles, organisationId: organisation.id });
};
const extract = async (id: string): Promise<Any> =>
  (await must(admin.post<Any>(`/users/${id}/extract-personal-data`, { body: reason }), 200)).body;
const anonymise = (id: string) => admin.post<Any>(`/users/${id}/anonymise`, { body: reason });
const close = (id: string) => must(admin.edit(`/users/${id}`, { isActive: false }), 200);
const lastEvent = async (id: string): Promise<Any> =>
  (
    await medel.owner.query(
      'SELECT action, data FROM audit_events WHERE subject_id = $1 ORDER BY seq DESC LIMIT 1',
      [id],
    )
  ).rows[0];

describe('where people are named', () => {
  it('is known, column by column', async () => {
    const { rows } = await medel.owner.query<{ name: string }>(
      `SELECT c.relname || '.' || a.attname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.atttypid = 'uuid'::regtype AND a.attnum > 0
         AND (a.attname ~ '(^user_id|^actor_id|_by|_to)$' OR EXISTS (SELECT FROM pg_constraint f
           WHERE f.conrelid = c.oid AND f.confrelid = 'users'::regclass AND a.attnum = ANY (f.conkey)))`,
    );
    const named = Object.entries(ACCOUNT_COLUMNS).flatMap(([table, columns]) =>
      columns.map((column) => `${table}.${column}`),
    );
    const own = Object.entries(OWN_COLUMNS).map(([table, column]) => `${table}.${column}`);
    // Events are shown as acts; a message of the outbox is gone within a day of being relayed.
    expect(rows.map(({ name }) => name).toSorted()).toEqual(
      [...named, ...own, 'audit_events.actor_id', 'outbox_messages.actor_id'].toSorted(),
    );
  });
});

describe('an extract of what is held about a person', () => {
  it('has all of it, of every account, and nothing that lets anybody in', async () => {
    const { user, client } = await ofRecipient(['applicant']);
    await enrolApp(client);
    const { id } = (
      await must(client.post('/applications', { body: { callId: stage.call.id }, key: 'x' }), 201)
    ).body;
    const contact = { name: 'Någon Annan', email: user.email.toUpperCase(), phone: '' };
    await must(client.edit(`/applications/${id}`, { contact }), 200);
    const { user: second } = await account({ samePersonAs: user.id, roles: ['auditor'] });
    const held = await extract(user.id);
    expect(held.accounts.map((each: Any) => each.id)).toEqual([user.id, second.id].toSorted());
    expect(held.accounts.find((each: Any) => each.id === user.id)).toMatchObject({
      name: user.name,
      email: user.email,
      roles: ['applicant'],
    });
    expect(held.sessions).toHaveLength(2);
    expect(held.secondFactors).toMatchObject([{ kind: 'totp' }]);
    expect(held.recoveryCodes).toBeGreaterThan(0);
    expect(held.keptAnswers).toBe(1);
    expect(held.named).toContainEqual({ thing: 'applications', field: 'createdBy', id });
    expect(held.mentioned).toContainEqual({ thing: 'applications', id, by: 'email' });
    expect(held.acts).toContainEqual(
      expect.objectContaining({ action: 'create', subjectType: 'application', subjectId: id }),
    );
    expect(held.events.map(({ action }: Any) => action)).toEqual(
      expect.arrayContaining([
        'create',
        'invite',
        'set-password',
        'add-second-factor',
        'extract-personal-data',
      ]),
    );
    const { rows } = await medel.owner.query(
      `SELECT u.password_hash AS secret FROM users u WHERE u.id = $1
       UNION ALL SELECT encode(secret, 'base64') FROM second_factors WHERE user_id = $1
       UNION ALL SELECT encode(token_hash, 'hex') FROM sessions WHERE user_id = $1`,
      [user.id],
    );
    expect(rows.length).toBe(3);
    for (const { secret } of rows) expect(JSON.stringify(held)).not.toContain(secret);
    expect(await lastEvent(user.id)).toEqual({ action: 'extract-personal-data', data: reason });
  });

  it('holds nobody else', async () => {
    const { user } = await account();
    const held = await extract(user.id);
    const acts = [{ action: 'set-password' }, { action: 'sign-in' }];
    expect(held).toMatchObject({ named: [], mentioned: [], acts });
    expect(JSON.stringify(held)).not.toMatch(/handlaggare|sokande/);
  });

  it('is made by administrators, of accounts that there are, for a reason', async () => {
    const path = `/users/${NOWHERE}/extract-personal-data`;
    expectProblem(await admin.post(path, { body: reason }), 404, 'notFound');
    expectProblem(await stage.people.revisor.post(path, { body: reason }), 403, 'forbidden');
    expectProblem(await admin.post(path, { body: { reason: ' ' } }), 400, 'invalid');
  });
});

describe('an account that is needed no more', () => {
  it('is anonymised: nobody is found, reached or let in by it, and what was done remains', async () => {
    const { user, client } = await ofRecipient(['applicant']);
    await enrolApp(client);
    const { id } = (
      await must(client.post('/applications', { body: { callId: stage.call.id }, key: 'y' }), 201)
    ).body;
    await must(client.post(`/applications/${id}/discard`), 200);
    await close(user.id);
    const { body } = await must(anonymise(user.id), 200);
    expect(body).toMatchObject({
      name: 'Avidentifierad',
      email: `${user.id}@anonymised.invalid`,
      personId: user.personId,
      isActive: false,
      isAnonymised: true,
      hasPassword: false,
      hasSecondFactor: false,
    });
    expect(await lastEvent(user.id)).toEqual({ action: 'anonymise', data: { ...reason, keepsName: false } });
    const held = await extract(user.id);
    expect(held).toMatchObject({
      sessions: [],
      secondFactors: [],
      recoveryCodes: 0,
      links: [],
      keptAnswers: 0,
    });
    expect(held.named).toContainEqual({ thing: 'applications', field: 'createdBy', id });
    expect(held.acts.map(({ action }: Any) => action)).toContain('discard');
    const { rows } = await medel.owner.query(`SELECT FROM users WHERE email = $1 OR name = $2`, [
      user.email,
      user.name,
    ]);
    expect(rows).toEqual([]);
    const again = { email: user.email, password: PASSWORD };
    expectProblem(await medel.anyone().post('/session', { body: again }), 401, 'unauthenticated');
    for (const answer of [
      await anonymise(user.id),
      await admin.edit(`/users/${user.id}`, { isActive: true }),
    ]) {
      expectProblem(answer as never, 409, 'conflict');
      expect(findingsOf(answer as never)).toEqual(['accountAnonymised']);
    }
  });

  it('keeps its name where it stands on a public record', async () => {
    const { user, client } = await account();
    const application = await stage.application('underAssessment');
    const declared = { interest: 'none', note: '' };
    await must(
      client.post(`/applications/${application}/declare-conflict-of-interest`, { body: declared }),
      200,
    );
    await close(user.id);
    const { body } = await must(anonymise(user.id), 200);
    expect(body).toMatchObject({
      name: user.name,
      email: `${user.id}@anonymised.invalid`,
      isAnonymised: true,
    });
    expect((await lastEvent(user.id)).data.keepsName).toBe(true);
  });

  it('keeps its name where the manifest of an export bears it', async () => {
    const { user, client } = await account();
    const order = { kind: 'decisions', format: 'csv', filters: {} };
    const { id } = (await must(client.post<Any>('/exports', { body: order }), 202)).body;
    await medel.startWorker();
    await until(async () => (await client.get<Any>(`/exports/${id}`)).body.status === 'ready');
    await medel.stopWorker();
    await close(user.id);
    expect((await must(anonymise(user.id), 200)).body.name).toBe(user.name);
    expect((await stage.people.revisor.get<Any>(`/exports/${id}/manifest`)).body.requestedBy.name).toBe(
      user.name,
    );
  });

  it('is closed first, has nothing left to do, and is not one’s own', async () => {
    const { user } = await account();
    const application = await stage.application('underAssessment');
    const path = `/applications/${application}/assign`;
    await must(stage.people.handlaggare.post(path, { body: { userId: user.id } }), 200);
    expect(findingsOf(await anonymise(user.id))).toEqual(['accountActive', 'hasOpenCases']);
    const own = (await admin.get('/session')).body.user.id;
    expect(findingsOf(await anonymise(own))).toEqual(['accountActive', 'ownAccount']);
    expectProblem(await anonymise(NOWHERE), 404, 'notFound');
    expectProblem(
      await stage.people.revisor.post(`/users/${user.id}/anonymise`, { body: reason }),
      403,
      'forbidden',
    );
  });

  it('cannot be opened again by whoever writes to the database as the API does', async () => {
    const { user } = await account();
    await close(user.id);
    await must(anonymise(user.id), 200);
    for (const change of [`is_active = true`, `password_hash = 'x'`, `email = 'x@y.example'`])
      await expect(
        medel.owner.query(`UPDATE users SET ${change} WHERE id = $1`, [user.id]),
      ).rejects.toMatchObject({ constraint: 'users_anonymised' });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Medel, type Any, type Client } from '#testing';
import { expectProblem, findingsOf } from './problem.js';
import { must, NOWHERE, Stage, type Name } from './stage.js';

const PASSWORD = 'demo: ett långt lösenord';

let medel: Medel;
let stage: Stage;
let people: Record<Name, Client>;
let admin: Client;
let malmo: string;

beforeAll(async () => {
  medel = await Medel.start();
  stage = await Stage.set(medel);
  people = stage.people;
  admin = people.admin;
  malmo = (await admin.get('/organisations?code=1280')).body.items[0].id;
});
afterAll(async () => {
  await medel.expectCoherent();
  await medel.stop();
});

let made = 0;
const account = (changes: object = {}) => ({
  name: 'Demo Ny',
  email: `ny${(made += 1)}@medel.example`,
  roles: ['caseOfficer'],
  ...changes,
});
const create = async (changes: object = {}): Promise<Any> =>
  (await must(admin.post<Any>('/users', { body: account(changes) }), 201)).body;
const invite = async (id: string): Promise<Any> =>
  (await must(admin.post<Any>(`/users/${id}/invite`), 200)).body;
const accept = (token: string, password = PASSWORD) =>
  medel.anyone().post('/public/invitations/accept', { body: { token, password } });
const find = async (email: string): Promise<Any> =>
  (await admin.get(`/users?q=${encodeURIComponent(email)}`)).body.items[0];
const eventsOf = async (id: string): Promise<Any[]> =>
  (
    await medel.owner.query(
      `SELECT seq::integer, action, data FROM audit_events WHERE subject_id = $1 ORDER BY seq`,
      [id],
    )
  ).rows;

describe('an account', () => {
  it('is made, invited, and signs in with the password that it chose', async () => {
    const user = await create({ email: 'Ny.Handlaggare@Medel.Example' });
    expect(user).toEqual({
      id: expect.any(String),
      personId: expect.any(String),
      name: 'Demo Ny',
      email: 'ny.handlaggare@medel.example',
      roles: ['caseOfficer'],
      organisation: null,
      isActive: true,
      isAnonymised: false,
      hasPassword: false,
      hasSecondFactor: false,
    });
    const { token, expiresAt } = await invite(user.id);
    expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now() + 6 * 86_400_000);
    const kept = await medel.owner.query(
      `SELECT (SELECT count(*)::integer FROM idempotency_keys WHERE body LIKE '%' || $1 || '%') AS keys,
         (SELECT count(*)::integer FROM audit_events WHERE data::text LIKE '%' || $1 || '%') AS events,
         (SELECT encode(token_hash, 'escape') FROM user_invitations) AS hash`,
      [token],
    );
    expect(kept.rows[0]).toMatchObject({ keys: 0, events: 0 });
    expect(kept.rows[0].hash).not.toContain(token);
    await must(accept(token), 204);
    const signedIn = await medel.anyone().signIn(user.email, PASSWORD);
    expect((await signedIn.get('/session')).body.user.roles).toEqual(['caseOfficer']);
    expect((await admin.get(`/users/${user.id}`)).body.hasPassword).toBe(true);
    expect((await eventsOf(user.id)).map(({ seq, action }) => [seq, action])).toEqual([
      [1, 'create'],
      [2, 'invite'],
      [3, 'set-password'],
      [4, 'sign-in'],
    ]);
  });

  it('takes a token once, the last one only, and not when it is old', async () => {
    const { id } = await create();
    const first = await invite(id);
    const second = await invite(id);
    for (const token of [first.token, 'x', 'a'.repeat(43)]) {
      const refused = await accept(token);
      expectProblem(refused, 400, 'invalid');
      expect(findingsOf(refused)).toEqual(['token invitationNotValid']);
    }
    const short = await accept(second.token, 'fjorton tecken');
    expect(findingsOf(short)).toEqual(['password passwordTooShort']);
    const both = await Promise.all([accept(second.token), accept(second.token, `${PASSWORD} 2`)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([204, 400]);
    const late = await invite((await create()).id);
    await medel.owner.query(`UPDATE user_invitations SET expires_at = now() - interval '1 second'`);
    expectProblem(await accept(late.token), 400, 'invalid');
  });

  it('may be one of several of the same person', async () => {
    const officer = await find('handlaggare@');
    const second = await create({ roles: ['decisionMaker'], samePersonAs: officer.id });
    expect(second.personId).toBe(officer.personId);
    const refused = await admin.post('/users', { body: account({ samePersonAs: NOWHERE }) });
    expect(findingsOf(refused)).toEqual(['samePersonAs unknownUser']);
  });

  it.each<[string, object, number, string[]]>([
    [
      'every wrong field',
      { name: ' ', email: 'x', roles: [], more: 1 },
      400,
      ['email notEmail', 'more unknownField', 'name tooShort', 'roles tooFew'],
    ],
    ['an unknown role', { roles: ['king'] }, 400, ['roles notOneOf']],
    ['a recipient’s role at the agency', { roles: ['applicant'] }, 400, ['roles rolesNeedOrganisation']],
    [
      'an unknown organisation',
      { roles: ['applicant'], organisationId: NOWHERE },
      400,
      ['organisationId unknownOrganisation'],
    ],
    ['an address with what is not seen', { email: 'x@medel.example\u200b' }, 400, ['email notEmail']],
    [
      'an address that looks like one',
      { email: 'ｒｅｖｉｓｏｒ@ｍｅｄｅｌ.example' },
      409,
      ['email emailTaken'],
    ],
    ['an address that is taken', { email: 'Revisor@medel.example' }, 409, ['email emailTaken']],
  ])('is refused with %s', async (_, changes, status, told) => {
    const refused = await admin.post('/users', { body: account(changes) });
    expectProblem(refused, status, status === 400 ? 'invalid' : 'conflict');
    expect(findingsOf(refused)).toEqual(told);
  });

  it('of a recipient has its roles only', async () => {
    const user = await create({ roles: ['applicant'], organisationId: malmo });
    expect(user.organisation.code).toBe('1280');
    for (const changes of [
      { roles: ['administrator'] },
      { roles: ['applicant', 'auditor'] },
      { organisationId: null },
    ]) {
      const refused = await admin.edit(`/users/${user.id}`, changes);
      expectProblem(refused as never, 400, 'invalid');
    }
    await must(admin.edit(`/users/${user.id}`, { roles: ['applicant', 'signatory'] }), 200);
  });

  it('is changed at the version that was read', async () => {
    const user = await create();
    const path = `/users/${user.id}`;
    expectProblem(await admin.patch(path, { body: { name: 'x' } }), 428, 'preconditionRequired');
    expectProblem(await admin.patch(path, { body: { name: 'x' }, ifMatch: '"7"' }), 412, 'stale');
    const { body } = await must(admin.edit<Any>(path, { name: 'Demo Annan' }), 200);
    expect(body.name).toBe('Demo Annan');
  });

  it('is found by name, address, role, organisation and whether it is active', async () => {
    const { body } = await must(
      admin.get<Any>(`/users?organisationId=${malmo}&role=signatory&isActive=true&sort=name`),
      200,
    );
    expect(body.items.map(({ email }: Any) => email)).toContain('firmatecknare.1280@medel.example');
    expect(body.items.every(({ organisation }: Any) => organisation.id === malmo)).toBe(true);
    expect((await find('demo revisor'))?.roles ?? (await find('revisor@')).roles).toEqual(['auditor']);
    expect(JSON.stringify(body)).not.toContain('argon');
  });
});

describe('a change of an account', () => {
  const enter = async (changes: object = {}) => {
    const user = await create(changes);
    await must(accept((await invite(user.id)).token), 204);
    return { user, client: await medel.anyone().signIn(user.email, PASSWORD) };
  };

  it('of its roles holds from the next request on', async () => {
    const { user, client } = await enter();
    await must(client.get('/audit-events'), 200);
    await must(admin.edit(`/users/${user.id}`, { roles: ['decisionMaker'] }), 200);
    expectProblem(await client.post('/calls', { body: stage.newCall() }), 403, 'forbidden');
    expect((await client.get('/session')).body.user.roles).toEqual(['decisionMaker']);
  });

  it('that turns it off ends its sessions, and it signs in no more', async () => {
    const { user, client } = await enter();
    await must(admin.edit(`/users/${user.id}`, { isActive: false }), 200);
    expectProblem(await client.get('/session'), 401, 'unauthenticated');
    const body = { email: user.email, password: PASSWORD };
    expectProblem(await medel.anyone().post('/session', { body }), 401, 'unauthenticated');
    const refused = await admin.post(`/users/${user.id}/invite`);
    expectProblem(refused, 409, 'conflict');
    await must(admin.edit(`/users/${user.id}`, { isActive: true }), 200);
    expect((await client.get('/session')).status).toBe(401);
  });

  it('is not of one’s own rights, nor of the last administrator', async () => {
    const own = (await admin.get('/session')).body.user;
    for (const [changes, told] of [
      [{ roles: ['administrator', 'auditor'] }, ['roles ownRoles']],
      [{ roles: ['auditor'] }, ['roles lastAdministrator', 'roles ownRoles']],
      [{ isActive: false }, ['isActive ownAccount', 'roles lastAdministrator']],
    ] as const) {
      const refused = await admin.edit<Any>(`/users/${own.id}`, changes);
      expectProblem(refused, 409, 'conflict');
      expect(findingsOf(refused)).toEqual([...told]);
    }
    await must(admin.edit(`/users/${own.id}`, { name: own.name }), 200);

    const { user, client } = await enter({ roles: ['administrator'] });
    // Each turns the other off at the same time: one of them stays.
    const versionOf = async (id: string) => (await admin.get(`/users/${id}`)).headers.get('etag')!;
    const [mine, theirs] = [await versionOf(own.id), await versionOf(user.id)];
    const off = (who: Client, id: string, ifMatch: string) =>
      who.patch(`/users/${id}`, { body: { isActive: false }, ifMatch });
    const answers = await Promise.all([off(admin, user.id, theirs), off(client, own.id, mine)]);
    expect(answers.map(({ status }) => status).toSorted()[0]).toBe(200);
    const { rows } = await medel.owner.query(
      `SELECT count(*)::integer AS n FROM users WHERE is_active AND 'administrator' = ANY (roles)`,
    );
    expect(rows[0].n).toBe(1);
    // As it was, for the tests that follow.
    await medel.owner.query(
      `ALTER TABLE users DISABLE TRIGGER audited; UPDATE users SET is_active = true WHERE id = '${own.id}';
       ALTER TABLE users ENABLE TRIGGER audited`,
    );
    admin = await medel.as('admin');
  });

  it('is the administrator’s alone, and leaves its mark', async () => {
    const user = await create();
    for (const name of ['sokande.1275', 'handlaggare', 'beslut', 'ekonomi', 'revisor'] as const)
      for (const answer of [
        people[name].get('/users'),
        people[name].get(`/users/${user.id}`),
        people[name].post('/users', { body: account() }),
        people[name].patch(`/users/${user.id}`, { body: { name: 'x' }, ifMatch: '"1"' }),
        people[name].post(`/users/${user.id}/invite`),
      ])
        expectProblem(await answer, 403, 'forbidden');
    await must(admin.edit(`/users/${user.id}`, { roles: ['auditor'] }), 200);
    expect((await eventsOf(user.id)).at(-1)).toMatchObject({
      seq: 2,
      action: 'edit',
      data: { roles: ['auditor'] },
    });
    await expect(
      medel.owner.query(`UPDATE users SET roles = '{administrator}', version = version + 1 WHERE id = $1`, [
        user.id,
      ]),
    ).rejects.toThrow(/has no audit event/);
  });
});

describe('recipients that a programme does not exclude', () => {
  it('are found with their verdicts', async () => {
    const all = (await must(admin.get<Any>('/organisations?eligibleFor=exempel-2025&limit=200'), 200)).body;
    expect(all.items.length).toBeGreaterThan(0);
    for (const item of all.items) expect(['eligible', 'needsJudgement']).toContain(item.verdict);
    const told = (await admin.get<Any>('/programmes/exempel-2025/eligibility?verdict=eligible')).body;
    const eligible = all.items.filter(({ verdict }: Any) => verdict === 'eligible').length;
    if (all.total <= 200 && told.total !== undefined) expect(eligible).toBe(told.total);
    const one = all.items[0];
    const narrowed = (await admin.get<Any>(`/organisations?eligibleFor=exempel-2025&code=${one.code}`)).body;
    expect(narrowed.items).toEqual([one]);
    const refused = await admin.get('/organisations?eligibleFor=none');
    expect(findingsOf(refused)).toEqual(['eligibleFor unknownProgramme']);
  });
});

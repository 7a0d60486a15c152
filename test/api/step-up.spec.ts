import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMANDS_FRESH_PROOF, type Permission } from '#domain/access/permissions';
import { demandsFreshProof } from '#domain/access/second-factor';
import { Medel, type Any, type Client } from '#testing';
import { readAccessTable } from '../../apps/api/src/http/access-table.js';
import { API_PREFIX } from '../../apps/api/src/http/server.js';
import { enrolApp, enrolKey, forgetSteps, Key, proveByKey, type App } from './factors.js';
import { everything, expectProblem, findingsOf } from './problem.js';
import { must, NOWHERE, Stage } from './stage.js';

let medel: Medel;
let stage: Stage;
beforeAll(async () => {
  medel = await Medel.start();
  stage = await Stage.set(medel);
});
afterAll(async () => {
  await medel.expectCoherent();
  await medel.stop();
});

/** As if the proof of every session had been given so long ago. PostgreSQL tells the API, which takes a moment. */
const age = async (minutes: number) => {
  await medel.owner.query(
    `UPDATE sessions SET second_factor_at = now() - make_interval(mins => $1)
    WHERE second_factor_at IS NOT NULL`,
    [minutes],
  );
  await medel.restartApi();
};
const prove = async (who: Client, app: App) => {
  await forgetSteps(medel);
  return must(who.prove({ code: app.code() }), 200);
};
const eventsOf = async (action: string): Promise<Any[]> =>
  (
    await medel.owner.query(`SELECT subject_id, data FROM audit_events WHERE action = $1 ORDER BY id`, [
      action,
    ])
  ).rows;
const idOf = async (who: Client): Promise<string> => (await who.get<Any>('/session')).body.user.id;

describe('acts that move money or rights', () => {
  const OPERATIONS: [Permission, string][] = [
    ['decision.approve', 'POST /api/v1/decisions/:id/approve'],
    ['payment.attest', 'POST /api/v1/payments/:id/attest'],
    ['payeeAccount.approve', 'POST /api/v1/payee-accounts/:id/approve'],
    ['paymentFile.create', 'POST /api/v1/payment-files'],
    ['recovery.decide', 'POST /api/v1/recoveries/:id/decide'],
    ['thinning.approve', 'POST /api/v1/thinnings/:id/approve'],
    ['user.reset-password', 'POST /api/v1/users/:id/reset-password'],
    ['user.reset-second-factor', 'POST /api/v1/users/:id/reset-second-factor'],
    ['user.extract-personal-data', 'POST /api/v1/users/:id/extract-personal-data'],
    ['user.anonymise', 'POST /api/v1/users/:id/anonymise'],
    ['apiKey.create', 'POST /api/v1/api-keys'],
    ['secondFactor.renew-recovery-codes', 'POST /api/v1/second-factor/recovery-codes'],
    ['secondFactor.remove', 'DELETE /api/v1/second-factor/factors/:id'],
  ];

  it('are those that were reviewed, all of them', () => {
    const told = readAccessTable(medel.api, API_PREFIX).flatMap(({ method, path, access }) =>
      'permission' in access &&
      demandsFreshProof(access.permission) &&
      access.permission !== 'secondFactor.enrol'
        ? [`${access.permission} ${method} ${path}`]
        : [],
    );
    expect(told.toSorted()).toEqual(
      OPERATIONS.map(([permission, route]) => `${permission} ${route}`).toSorted(),
    );
    const covered = [...OPERATIONS.map(([permission]) => permission), 'secondFactor.enrol'];
    expect(covered.toSorted()).toEqual([...DEMANDS_FRESH_PROOF].toSorted());
  });

  it('ask who has a second factor to prove it again after ten minutes, and nobody else', async () => {
    const whoOf: Record<string, string> = {
      decision: 'beslut2',
      recovery: 'beslut2',
      thinning: 'beslut2',
      user: 'admin',
    };
    const clients: Record<string, Client> = {};
    for (const account of ['beslut2', 'admin', 'ekonomi']) clients[account] = await medel.as(account);
    const ask = async ([permission, route]: [Permission, string]) => {
      const [method, path] = route.split(' ') as [string, string];
      const who = clients[whoOf[permission.split('.')[0]!] ?? 'ekonomi']!;
      return who.send<Any>(method, path.replace('/api/v1', '').replace(/:\w+/g, NOWHERE), {});
    };
    for (const operation of OPERATIONS) expect((await ask(operation)).body.code).not.toBe('stepUpRequired');
    for (const account of Object.keys(clients)) await enrolApp(clients[account]!);
    await age(9);
    for (const operation of OPERATIONS.slice(0, -2)) expect((await ask(operation)).status).not.toBe(403);
    await age(11);
    for (const operation of OPERATIONS) expectProblem(await ask(operation), 403, 'stepUpRequired');
    // Adding one more is such an act too, and reading is not.
    expectProblem(await clients['admin']!.post('/second-factor/totp'), 403, 'stepUpRequired');
    await must(clients['admin']!.get('/users'), 200);
    // Who may not do it is not asked to prove anything for it.
    expectProblem(await clients['admin']!.post(`/decisions/${NOWHERE}/approve`), 403, 'forbidden');
  });

  it('happen once with the key that was refused, after the proof', async () => {
    const decider = stage.people.beslut;
    const { app } = await enrolApp(decider);
    const decision = await stage.decision('proposed');
    await age(10);
    const path = `/decisions/${decision.id}/approve`;
    const before = await everything(medel);
    expectProblem(await decider.post(path, { key: 'en avsikt' }), 403, 'stepUpRequired');
    expect(await everything(medel)).toBe(before);
    const session = decider.session;
    await prove(decider, app);
    // A proof again is no new sign-in: what else the browser is asking for goes on.
    expect(decider.session).toBe(session);
    await must(decider.post(path, { key: 'en avsikt' }), 200);
    const again = await must(decider.post(path, { key: 'en avsikt' }), 200);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
  });

  it('hold where it is demanded too', async () => {
    const decision = await stage.decision('proposed', 'annan');
    medel.config.secondFactor.mode = 'demanded';
    await medel.restartApi();
    const stranger = await medel.as('beslut');
    expectProblem(await stranger.post(`/decisions/${decision.id}/approve`), 403, 'secondFactorRequired');
    await age(11);
    expectProblem(await stage.people.beslut.post(`/decisions/${decision.id}/approve`), 403, 'stepUpRequired');
    medel.config.secondFactor.mode = 'offered';
    await medel.restartApi();
  });
});

describe('a passkey', () => {
  it('is added once, proves, and answers each question once', async () => {
    const who = await medel.as('handlaggare2');
    const key = new Key();
    const asked = await enrolKey(who, key);
    expect(asked.rp).toEqual({ name: 'Medel', id: 'localhost' });
    const { factors } = (await who.get<Any>('/second-factor')).body;
    expect(factors).toMatchObject([{ kind: 'passkey', name: 'Demo: nyckel' }]);
    const later = await medel.as('handlaggare2');
    expect((await must(later.get<Any>('/session'), 200)).body.secondFactor).toBe('prove');
    const { options } = (await must(later.post<Any>('/second-factor/passkey-challenge'), 200)).body;
    key.counter = 1;
    const passkey = key.prove(options);
    expect((await later.prove({ passkey }, 'prove-by-passkey')).status).toBe(200);
    await must(later.get('/applications'), 200);
    key.counter = 2;
    for (const answer of [passkey, key.prove(options)]) {
      const refused = await later.prove({ passkey: answer }, 'prove-by-passkey');
      expectProblem(refused, 400, 'invalid');
      expect(findingsOf(refused)).toEqual(['passkey passkeyNotAccepted']);
    }
  });

  it('of another site, another account, or with a broken signature proves nothing', async () => {
    const who = await medel.as('revisor');
    const key = new Key();
    await enrolKey(who, key);
    for (const other of [
      new Key(),
      new Key('https://evil.example'),
      new Key('http://127.0.0.1', 'evil.example'),
    ])
      expect(findingsOf(await proveByKey(who, other))).toEqual(['passkey passkeyNotAccepted']);
    const challenge = async () => (await who.post<Any>('/second-factor/passkey-challenge')).body.options;
    const answer = key.prove(await challenge());
    const broken: Any[] = [
      {},
      { ...answer, response: null },
      { ...answer, rawId: 'x' },
      { ...answer, response: { ...answer.response, signature: 'AAAA' } },
      { ...answer, response: { ...answer.response, authenticatorData: '' } },
      {
        ...answer,
        response: { ...answer.response, clientDataJSON: Buffer.from('{}').toString('base64url') },
      },
    ];
    for (const passkey of broken) {
      await challenge();
      expect(findingsOf(await who.prove({ passkey }, 'prove-by-passkey'))).toEqual([
        'passkey passkeyNotAccepted',
      ]);
    }
    const mine = await medel.as('handlaggare');
    const added = await mine.post<Any>('/second-factor/passkeys');
    const taken = { name: 'Demo', passkey: key.create(added.body.options) };
    const refused = await mine.post<Any>('/second-factor/passkeys/confirm', { body: taken });
    expect([refused.status, findingsOf(refused)]).toEqual([409, ['passkey passkeyKnown']]);
  });

  it('that was copied is found out by its counter, and written down', async () => {
    const who = await medel.as('sokande.1275');
    const key = new Key();
    key.counter = 5;
    await enrolKey(who, key);
    key.counter = 7;
    await must(proveByKey(who, key), 200);
    for (const counter of [7, 6, 0]) {
      key.counter = counter;
      const refused = await proveByKey(who, key);
      expectProblem(refused, 400, 'invalid');
      expect(findingsOf(refused)).toEqual(['passkey passkeyCopied']);
    }
    expect(await eventsOf('refuse-copied-passkey')).toHaveLength(3);
    key.counter = 8;
    await must(proveByKey(who, key), 200);
  });
});

describe('what a person has', () => {
  it('is removed at will by a recipient, who is asked no more', async () => {
    const who = await medel.as('firmatecknare.annan');
    expect((await who.get<Any>('/session')).body.secondFactor).toBe('notAsked');
    await enrolApp(who);
    expect((await (await medel.as('firmatecknare.annan')).get<Any>('/session')).body.secondFactor).toBe(
      'prove',
    );
    const { factors } = (await who.get<Any>('/second-factor')).body;
    expectProblem(await who.delete(`/second-factor/factors/${NOWHERE}`), 404, 'notFound');
    await must(who.delete(`/second-factor/factors/${factors[0].id}`), 204);
    expect((await who.get<Any>('/second-factor')).body).toMatchObject({ factors: [], recoveryCodesLeft: 0 });
    expect((await (await medel.as('firmatecknare.annan')).get<Any>('/session')).body.secondFactor).toBe(
      'notAsked',
    );
    const refused = await who.post<Any>('/second-factor/recovery-codes');
    expect([refused.status, findingsOf(refused)]).toEqual([409, ['noSecondFactor']]);
  });

  it('is one at least while it is demanded, also when two are removed at once', async () => {
    medel.config.secondFactor.mode = 'demanded';
    await medel.restartApi();
    const who = await medel.as('handlaggare');
    await enrolApp(who);
    await enrolKey(who, new Key());
    const { factors } = (await who.get<Any>('/second-factor')).body;
    expect(factors).toHaveLength(2);
    const answers = await Promise.all(
      factors.map(({ id }: Any) => who.delete<Any>(`/second-factor/factors/${id}`)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409]);
    expect(findingsOf(answers.find(({ status }) => status === 409))).toEqual(['lastSecondFactor']);
    medel.config.secondFactor.mode = 'offered';
    await medel.restartApi();
  });

  it('is another’s to reset for an administrator, with a reason', async () => {
    await medel.owner.query('DELETE FROM second_factors');
    const [admin, lost] = [await medel.as('admin'), await medel.as('firmatecknare.1275')];
    await enrolApp(lost);
    const id = await idOf(lost);
    expect((await admin.get<Any>(`/users/${id}`)).body.hasSecondFactor).toBe(true);
    const path = `/users/${id}/reset-second-factor`;
    const body = { reason: 'Demo: telefonen är borta, legitimerad på plats.' };
    const own = await enrolApp(admin);
    expectProblem(await stage.people.revisor.post(path, { body }), 403, 'forbidden');
    expect(findingsOf(await admin.post<Any>(path, { body: {} }))).toEqual(['reason required']);
    const mine = await admin.post<Any>(`/users/${await idOf(admin)}/reset-second-factor`, { body });
    expect([mine.status, findingsOf(mine)]).toEqual([409, ['ownSecondFactor']]);
    await age(11);
    expectProblem(await admin.post(path, { body }), 403, 'stepUpRequired');
    await prove(admin, own.app);
    expect((await must(admin.post<Any>(path, { body, key: 'en-gang' }), 200)).body.hasSecondFactor).toBe(
      false,
    );
    expectProblem(await lost.get('/session'), 401, 'unauthenticated');
    expect((await (await medel.as('firmatecknare.1275')).get<Any>('/session')).body.secondFactor).toBe(
      'notAsked',
    );
    expect(await eventsOf('reset-second-factor')).toEqual([{ subject_id: id, data: { ...body, count: 1 } }]);
    const refused = await admin.post<Any>(path, { body });
    expect([refused.status, findingsOf(refused)]).toEqual([409, ['noSecondFactor']]);
  });
});

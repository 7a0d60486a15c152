import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_PASSWORD } from '#core/demo';
import { SessionService } from '#core/users';
import { Medel, type Any } from '#testing';
import { enrolApp } from './factors.js';
import { expectProblem } from './problem.js';
import { must } from './stage.js';

let medel: Medel;

beforeAll(async () => {
  medel = await Medel.start();
});
afterAll(async () => {
  await medel.expectCoherent();
  await medel.stop();
});

const EMAIL = 'handlaggare2@medel.example';
const attempt = (password: string, email = EMAIL) =>
  medel.anyone().post<Any>('/session', { body: { email, password } });
/** As an auditor reads them, the newest first; without the day on which the account was made. */
const trailOf = async (email = EMAIL): Promise<Any[]> => {
  const { id } = (await medel.owner.query('SELECT id FROM users WHERE email = $1', [email])).rows[0];
  const auditor = await medel.as('revisor');
  const { items } = (await must(auditor.get<Any>(`/audit-events?subject=${id}&sort=-at`), 200)).body;
  return items.filter(({ action }: Any) => action !== 'create');
};
const actions = (trail: Any[]) => trail.map(({ action }) => action).toReversed();

describe('the trail of an account', () => {
  it('tells who signed in and out, and of which session', async () => {
    const client = await medel.anyone().signIn(EMAIL);
    const other = await medel.anyone().signIn(EMAIL);
    const { items } = (await client.get('/sessions')).body;
    await must(client.delete(`/sessions/${items.find(({ isCurrent }: Any) => !isCurrent).id}`), 204);
    expectProblem(await other.get('/session'), 401, 'unauthenticated');
    await enrolApp(client).then(({ app }) => client.prove({ code: app.code() }));
    await must(client.delete('/session'), 204);
    await must(client.delete('/session'), 204);
    const trail = await trailOf();
    const told = actions(trail);
    expect(told.filter((action) => action !== 'prove-second-factor')).toEqual([
      'sign-in',
      'sign-in',
      'end-session',
      'add-second-factor',
      'sign-out',
    ]);
    const [first, second] = trail.filter(({ action }) => action === 'sign-in').toReversed();
    expect(trail[0].data.sessionId).toBe(first.data.sessionId);
    expect(trail.find(({ action }) => action === 'end-session').data.sessionId).toBe(second.data.sessionId);
    expect(first.data.network).toBe('127.0.0.x');
    const secrets = [client.session.split('=')[1]!, other.session.split('=')[1]!, DEMO_PASSWORD];
    for (const secret of secrets) expect(JSON.stringify(trail)).not.toContain(secret);
  });

  it('tells refused sign-ins together, at the next that succeeds', async () => {
    const email = 'ekonomi@medel.example';
    await Promise.all(Array.from({ length: 5 }, () => attempt('fel lösenord här', email)));
    expect(await trailOf(email)).toEqual([]);
    await must(attempt(DEMO_PASSWORD, email), 200);
    const trail = await trailOf(email);
    expect(actions(trail)).toEqual(['refuse-sign-in', 'sign-in']);
    expect(trail[1]).toMatchObject({ data: { count: 5 } });
    expect(JSON.stringify(trail)).not.toContain('fel lösenord');
  });

  it('tells them after a quarter of an hour where none succeeds, once', async () => {
    const email = 'beslut2@medel.example';
    for (let time = 0; time < 3; time += 1) await attempt('fel lösenord här', email);
    const sessions = medel.api.get(SessionService, { strict: false });
    await sessions.tellRefused();
    expect(await trailOf(email)).toEqual([]);
    await medel.owner.query(`UPDATE refused_sign_ins SET since = since - interval '16 minutes'`);
    await Promise.all([sessions.tellRefused(), sessions.tellRefused()]);
    const trail = await trailOf(email);
    expect(trail).toMatchObject([{ action: 'refuse-sign-in', data: { count: 3 } }]);
  });

  it('knows nothing of an address that is nobody’s', async () => {
    await attempt('fel lösenord här', 'ingen@medel.example');
    expect((await medel.owner.query('SELECT FROM refused_sign_ins')).rows).toEqual([]);
  });
});

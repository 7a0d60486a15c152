import { randomUUID } from 'node:crypto';
import { DEMO_PASSWORD } from '#core/demo';
import type { Any, Client } from '#testing';
import { App, enrolApp, enrolKey, Key } from '../api/factors.js';
import { must } from '../api/stage.js';
import { user, type Make, type Place } from './ready.js';
import type { World } from './world.js';

const PASSWORD = 'tre grå hästar i regn';
const ANOTHER = 'fyra blå elefanter i snö';
const NEXT_MONTH = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
const emailOf = async (who: Client): Promise<string> => (await who.get('/session')).body.user.email;

/** Nothing to prove besides the password, as at first. */
const forgetFactors = async ({ medel }: World, email: string): Promise<void> => {
  for (const table of ['second_factors', 'recovery_codes', 'second_factor_tries'])
    await medel.owner.query(`DELETE FROM ${table} WHERE user_id = (SELECT id FROM users WHERE email = $1)`, [
      email,
    ]);
};

/** Signed in with the password that the account has now: it may have been changed here before. */
async function elsewhere({ medel }: World, email: string): Promise<{ client: Client; password: string }> {
  for (const password of [DEMO_PASSWORD, PASSWORD]) {
    const { status } = await medel.anyone().post('/session', { body: { email, password } });
    if (status === 200) return { client: await medel.anyone().signIn(email, password), password };
  }
  return { client: await medel.anyone().signIn(email, ANOTHER), password: ANOTHER };
}

/** A key of the account, of those that may make none as well: it may have been made when they were something else. */
async function keyOf({ medel }: World, email: string): Promise<string> {
  const id = randomUUID();
  await medel.owner.query(
    `INSERT INTO api_keys (id, user_id, name, token_hash, scopes, created_at, expires_on)
     SELECT $1::uuid, id, 'Demo', sha256($1::uuid::text::bytea), '{call.read}', now(), current_date + 30 FROM users WHERE email = $2`,
    [id, email],
  );
  return id;
}

/** By an account that has nothing to prove yet, in a session that goes on. */
const onOwnAccount =
  (path: string, bodyOf?: (who: Client) => Promise<object | undefined>): Make =>
  async ({ world, who }) => {
    await forgetFactors(world, await emailOf(who));
    return { path, body: await bodyOf?.(who) };
  };

const tokenFor = async ({ world }: Place, id: string, action: string): Promise<string> =>
  (await must(world.stage.people.admin.post(`/users/${id}/${action}`), 200)).body.token;

/** Somebody who has a password. */
async function accepted(place: Place): Promise<string> {
  const id = await user(place);
  const body = { token: await tokenFor(place, id, 'invite'), password: PASSWORD };
  await must(place.world.medel.anyone().post('/public/invitations/accept', { body }), 204);
  return id;
}

/** What people do with their own account, and who administers accounts with theirs. */
export const accountCommands: Record<string, Make> = {
  acceptInvitation: async (place) => {
    const token = await tokenFor(place, await user(place), 'invite');
    return { path: '/public/invitations/accept', body: { token, password: PASSWORD } };
  },
  resetPassword: async (place) => ({ path: `/users/${await accepted(place)}/reset-password` }),
  acceptPasswordReset: async (place) => {
    const token = await tokenFor(place, await accepted(place), 'reset-password');
    return { path: '/public/password-resets/accept', body: { token, password: `${PASSWORD} och snö` } };
  },
  resetSecondFactor: async (place) => {
    const id = await accepted(place);
    const { email } = (await must(place.world.stage.people.admin.get(`/users/${id}`), 200)).body;
    await enrolApp(await place.world.medel.anyone().signIn(email, PASSWORD));
    return { path: `/users/${id}/reset-second-factor`, body: { reason: 'Demo' } };
  },

  extractPersonalData: async (place) => ({
    path: `/users/${await user(place)}/extract-personal-data`,
    body: { reason: 'Demo' },
  }),
  anonymiseUser: async (place) => {
    const id = await user(place);
    await must(place.world.stage.people.admin.edit(`/users/${id}`, { isActive: false }), 200);
    return { path: `/users/${id}/anonymise`, body: { reason: 'Demo' } };
  },

  signIn: async ({ world }) => {
    const email = 'revisor@medel.example';
    const { password } = await elsewhere(world, email);
    return { path: '/session', body: { email, password } };
  },
  // To nobody: what a provider answers is tried in test/api/oidc.spec.ts.
  beginSignIn: () => ({ path: '/public/sign-in', body: { provider: 'none' } }),
  finishSignIn: () => ({ path: '/public/sign-in/finish', body: { answer: 'code=x' } }),
  signOut: () => ({ method: 'DELETE', path: '/session' }),
  changePassword: async ({ world, who }) => {
    const { password } = await elsewhere(world, await emailOf(who));
    const newPassword = password === PASSWORD ? ANOTHER : PASSWORD;
    return { path: '/session/change-password', body: { currentPassword: password, newPassword } };
  },
  endSession: async ({ world, who }) => {
    const email = await emailOf(who);
    await forgetFactors(world, email);
    const { client } = await elsewhere(world, email);
    const { items } = (await must(client.get<Any>('/sessions'), 200)).body;
    const { id } = items.find(({ isCurrent }: Any) => isCurrent);
    return { method: 'DELETE', path: `/sessions/${id}` };
  },
  endOtherSessions: () => ({ method: 'DELETE', path: '/sessions' }),

  createApiKey: async ({ world, who }) => {
    await forgetFactors(world, await emailOf(who));
    return { path: '/api-keys', body: { name: 'Demo', scopes: ['call.read'], expiresOn: NEXT_MONTH } };
  },
  revokeApiKey: async ({ world, who }) => {
    const email = await emailOf(who);
    await forgetFactors(world, email);
    return { method: 'DELETE', path: `/api-keys/${await keyOf(world, email)}` };
  },

  askForTotp: onOwnAccount('/second-factor/totp'),
  addTotp: onOwnAccount('/second-factor/totp/confirm', async (who) => {
    const { secret } = (await must(who.post<Any>('/second-factor/totp'), 200)).body;
    return { name: 'Demo', code: new App(secret).code() };
  }),
  askForNewPasskey: onOwnAccount('/second-factor/passkeys'),
  addPasskey: onOwnAccount('/second-factor/passkeys/confirm', async (who) => {
    const { options } = (await must(who.post<Any>('/second-factor/passkeys'), 200)).body;
    return { name: 'Demo', passkey: new Key().create(options) };
  }),
  proveByCode: onOwnAccount('/second-factor/prove', async (who) => ({
    code: (await enrolApp(who)).app.code(),
  })),
  askForPasskey: onOwnAccount('/second-factor/passkey-challenge'),
  proveByPasskey: onOwnAccount('/second-factor/prove-by-passkey', async (who) => {
    const key = new Key();
    await enrolKey(who, key);
    const { options } = (await must(who.post<Any>('/second-factor/passkey-challenge'), 200)).body;
    return { passkey: key.prove(options) };
  }),
  renewRecoveryCodes: onOwnAccount('/second-factor/recovery-codes', async (who) => {
    await enrolApp(who);
    return undefined;
  }),
  removeFactor: async ({ world, who }) => {
    await forgetFactors(world, await emailOf(who));
    await enrolApp(who);
    const { factors } = (await must(who.get<Any>('/second-factor'), 200)).body;
    return { method: 'DELETE', path: `/second-factor/factors/${factors[0].id}` };
  },
};

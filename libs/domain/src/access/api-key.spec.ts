import { describe, expect, test } from '@jest/globals';
import { ROLES, type Actor } from './actor.js';
import { checkNewKey, KEY_SCOPES, type KeyScope } from './api-key.js';
import { DEMANDS_FRESH_PROOF, permissions, type Permission } from './permissions.js';
import { hasPermission } from './policy.js';

const person = (key?: Actor['key']): Actor => ({
  userId: 'u',
  personId: 'p',
  roles: ['financeOfficer'],
  organisationId: null,
  key,
});

describe('a key', () => {
  test('is never for what demands a fresh proof, nor for accounts, sessions, second factors or keys', () => {
    const scopes: readonly Permission[] = KEY_SCOPES;
    expect(scopes.filter((scope) => DEMANDS_FRESH_PROOF.includes(scope))).toEqual([]);
    const subjects = scopes.map((scope) => scope.split('.')[0]);
    for (const subject of ['session', 'secondFactor', 'apiKey', 'user', 'exportSchedule'])
      expect(subjects).not.toContain(subject);
    for (const act of ['approve', 'attest', 'submit', 'decide', 'revoke', 'propose', 'assess', 'withhold'])
      expect(scopes.filter((scope) => scope.endsWith(`.${act}`))).toEqual([]);
  });

  test('may do what is both in its scopes and in the roles, and nothing else', () => {
    const key = { id: 'k', scopes: ['payment.read', 'audit.read', 'application.edit'] };
    const may = (Object.keys(permissions) as Permission[]).filter((each) => hasPermission(person(key), each));
    expect(may).toEqual(['payment.read', 'audit.read']);
    expect(hasPermission(person(), 'payment.attest')).toBe(true);
  });

  const days = { today: '2026-11-28', latest: '2027-11-28' };
  const check = (scopes: KeyScope[], expiresOn: string) =>
    checkNewKey(person(), { scopes, expiresOn }, days).map(({ code, path }) => `${path} ${code}`);

  test.each([
    ['2026-11-27', false],
    ['2026-11-28', false],
    ['2026-11-29', true],
    ['2027-11-28', true],
    ['2027-11-29', false],
  ])('that ends on %s can be made: %s', (expiresOn, can) => {
    expect(check(['call.read'], expiresOn)).toEqual(can ? [] : ['expiresOn keyMustEnd']);
  });

  test('is refused with all that is wrong at once', () => {
    expect(check(['report.edit', 'call.read', 'application.edit'], '2020-01-01')).toEqual([
      'scopes.0 scopeNotYours',
      'scopes.2 scopeNotYours',
      'expiresOn keyMustEnd',
    ]);
  });

  test('can be of use to every role that makes one', () => {
    for (const role of ROLES)
      if ((permissions['apiKey.create'] as readonly string[]).includes(role))
        expect(KEY_SCOPES.some((scope) => hasPermission({ ...person(), roles: [role] }, scope))).toBe(true);
  });
});

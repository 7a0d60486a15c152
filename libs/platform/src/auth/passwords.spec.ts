import { expect, it, jest } from '@jest/globals';
import * as argon2 from '@node-rs/argon2';

/** What was computed to the end. */
const against: string[] = [];
jest.unstable_mockModule('@node-rs/argon2', () => ({
  ...argon2,
  verify: async (hashed: string, password: string) => {
    const matches = await argon2.verify(hashed, password);
    against.push(hashed);
    return matches;
  },
}));
const { Passwords } = await import('./passwords.js');

const passwords = new Passwords();

it('is compared with a hash, of nobody where there is none, so that time does not tell', async () => {
  for (const none of [null, '!', '']) expect(await passwords.verify(none, 'medel-demo')).toBe(false);
  const hash = await passwords.hash('medel-demo');
  expect(await passwords.verify(hash, 'medel-demo')).toBe(true);
  expect(await passwords.verify(hash, 'other')).toBe(false);
  const ofArgon2 = expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(against).toEqual(Array.from({ length: 5 }, () => ofArgon2));
  expect(new Set(against).size).toBe(2);
});

import { describe, expect, test } from '@jest/globals';
import { passwordLength } from './password.js';

describe('the length of a password', () => {
  test.each([
    ['', 0],
    ['a b ', 4],
    ['på'.normalize('NFD'), 2],
    ['👩🏽', 2],
    ['é'.repeat(128).normalize('NFD'), 128],
  ])('of %j is %i', (password, length) => {
    expect(passwordLength(password)).toBe(length);
  });
});

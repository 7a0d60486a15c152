import { expect, it } from '@jest/globals';
import { isRecoveryGround, RECOVERY_GROUNDS } from './grounds.js';

it('knows its grounds, each once, and no others', () => {
  const codes = RECOVERY_GROUNDS.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.every(isRecoveryGround)).toBe(true);
  expect(isRecoveryGround('because')).toBe(false);
});

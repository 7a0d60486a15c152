import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { sha256Of } from './sha256.js';

describe('the checksum of a file', () => {
  it.each(['', 'Medel', 'åäö\u0000'])('is that of anybody else: %j', async (content) => {
    const expected = createHash('sha256').update(content, 'utf8').digest('hex');
    await expect(sha256Of(new Blob([content]))).resolves.toBe(expected);
  });
});

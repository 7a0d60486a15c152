import { describe, expect, it } from '@jest/globals';
import { FUND_PARTS, fundParts } from './fund-parts.js';

describe('the parts of a fund', () => {
  it('sum to what was allocated', () => {
    const balances = { allocated: 25, available: 9, reserved: 4, committed: 12, paid: 6, returned: 1 };
    const parts = fundParts(balances);
    expect(parts.unpaid).toBe(5);
    expect(FUND_PARTS.reduce((sum, part) => sum + parts[part], 0)).toBe(balances.allocated);
  });
});

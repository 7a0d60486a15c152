import { describe, expect, it } from '@jest/globals';
import { checkPaymentCeiling } from './payment-ceiling.js';

describe('checkPaymentCeiling', () => {
  it.each([
    ['in a year that no report has settled', { taken: 900, entitled: null }, undefined],
    ['up to what the year entitles to', { taken: 600, entitled: 900 }, undefined],
    ['a krona above', { taken: 601, entitled: 900 }, { taken: 601, entitled: 900, above: 1 }],
    ['where all is paid', { taken: 900, entitled: 900 }, { above: 300 }],
  ])('a payment of 300 %s', (_, standing, told) => {
    const [finding] = checkPaymentCeiling({ year: 2027, amount: 300 }, standing);
    if (told === undefined) expect(finding).toBeUndefined();
    else expect(finding).toMatchObject({ code: 'paymentAboveCeiling', outcome: 'notMet', data: told });
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { paymentLifecycle } from '../payments/payment.lifecycle.js';
import { sumKronor } from '../shared/money.js';
import { checkSetOff, computeSetOff, OPEN_TO_SET_OFF, type ComingPayment } from './set-off.js';

const payment = (id: string, payOn: string, amount: number, setOff = 0): ComingPayment => ({
  id,
  payOn,
  amount,
  setOff,
});

describe('computeSetOff', () => {
  const payments = [
    payment('c', '2027-07-15', 100),
    payment('b', '2027-01-15', 100, 100),
    payment('a', '2027-01-15', 100, 40),
    payment('d', '2027-07-15', 100),
  ];
  it.each([
    [50, [['a', 50]]],
    [60, [['a', 60]]],
    [
      61,
      [
        ['a', 60],
        ['c', 1],
      ],
    ],
    [
      260,
      [
        ['a', 60],
        ['c', 100],
        ['d', 100],
      ],
    ],
    [
      999,
      [
        ['a', 60],
        ['c', 100],
        ['d', 100],
      ],
    ],
    [0, []],
  ])('%i kr are taken of the first to be paid', (amount, expected) =>
    expect(computeSetOff(payments, amount).map((row) => [row.paymentId, row.amount])).toEqual(expected),
  );

  it('takes exactly what is asked for, never more of a payment than is left', () => {
    const coming = fc.array(
      fc.record({
        payOn: fc.constantFrom('2027-01-15', '2027-05-15', '2027-09-15'),
        amount: fc.integer({ min: 1, max: 1_000_000 }),
        share: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(coming, fc.integer({ min: 0, max: 5_000_000 }), (rows, amount) => {
        const made = rows.map((row, index) =>
          payment(`p${index}`, row.payOn, row.amount, Math.floor(row.amount * row.share)),
        );
        const taken = computeSetOff(made, amount);
        const left = sumKronor(made.map((row) => row.amount - row.setOff));
        expect(sumKronor(taken.map((row) => row.amount))).toBe(Math.min(amount, left));
        for (const row of taken) {
          const { amount: gross, setOff } = made.find((each) => each.id === row.paymentId)!;
          expect(row.amount > 0 && setOff + row.amount <= gross).toBe(true);
        }
      }),
    );
  });
});

describe('checkSetOff', () => {
  const facts = { owed: 80, payments: [payment('a', '2027-01-15', 100, 50)] };
  it.each([
    [50, []],
    [51, ['setOffTooLarge']],
    [81, ['setOffTooLarge']],
    [0, ['setOffTooLarge']],
  ])('of %i kr: %p', (amount, expected) =>
    expect(checkSetOff(amount, facts).map(({ code }) => code)).toEqual(expected),
  );
});

it('lowers no payment whose sum was attested', () => {
  const before = paymentLifecycle.states.filter(
    (state) => !['attested', 'sent', 'executed', 'bounced', 'cancelled'].includes(state),
  );
  expect([...OPEN_TO_SET_OFF].sort()).toEqual([...before].sort());
});

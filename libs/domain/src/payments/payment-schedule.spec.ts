import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PlannedYear } from '../decisions/multi-year.js';
import { addDays } from '../shared/local-date.js';
import {
  computePaymentSchedule,
  computeRemainingSchedule,
  isDueForAttest,
  PAYMENT_LEAD_DAYS,
} from './payment-schedule.js';

const firm = (year: number, amount: number): PlannedYear => ({ year, amount, status: 'firm' });
const cut = (year: number, ...shares: number[]) => shares.map((share) => ({ year, share }));
const rows = (...asked: Parameters<typeof computePaymentSchedule>) =>
  computePaymentSchedule(...asked).map(({ year, instalment, amount, payOn }) => [
    year,
    instalment,
    amount,
    payOn,
  ]);
const approvedOn = '2026-12-01';

describe('computePaymentSchedule', () => {
  it('pays a year at once in January, where nothing else is said', () =>
    expect(rows({ years: [firm(2027, 500), firm(2028, 300)], approvedOn })).toEqual([
      [2027, 1, 500, '2027-01-15'],
      [2028, 1, 300, '2028-01-15'],
    ]));

  it.each([
    [2, ['2027-01-15', '2027-07-15']],
    [3, ['2027-01-15', '2027-05-15', '2027-09-15']],
    [4, ['2027-01-15', '2027-04-15', '2027-07-15', '2027-10-15']],
    [5, ['2027-01-15', '2027-03-15', '2027-05-15', '2027-08-15', '2027-10-15']],
  ])('spreads %i instalments over the year', (count, days) => {
    const instalments = cut(2027, ...Array<number>(count).fill(1 / 5));
    const schedule = computePaymentSchedule({ years: [firm(2027, 60)], instalments, approvedOn });
    expect(schedule.map(({ payOn }) => payOn)).toEqual(days);
  });

  it('rounds by the largest remainder, the sum exact', () =>
    expect(
      rows({ years: [firm(2027, 100)], instalments: cut(2027, 0.3333, 0.3333, 0.3334), approvedOn }),
    ).toEqual([
      [2027, 1, 33, '2027-01-15'],
      [2027, 2, 33, '2027-05-15'],
      [2027, 3, 34, '2027-09-15'],
    ]));

  it('pays nothing before the decision was approved', () =>
    expect(
      rows({ years: [firm(2027, 100)], instalments: cut(2027, 0.5, 0.5), approvedOn: '2027-05-17' }),
    ).toEqual([
      [2027, 1, 50, '2027-05-17'],
      [2027, 2, 50, '2027-07-15'],
    ]));

  it('plans no payment of nothing and none of a lapsed year, and marks those of a conditional one', () => {
    const years: PlannedYear[] = [
      firm(2027, 0),
      { year: 2028, amount: 1, status: 'conditional' },
      { year: 2029, amount: 5, status: 'lapsed' },
    ];
    const schedule = computePaymentSchedule({ years, instalments: cut(2028, 0.5, 0.5), approvedOn });
    expect(schedule).toEqual([
      { year: 2028, instalment: 1, amount: 1, payOn: '2028-01-15', status: 'conditional' },
    ]);
  });

  it('pays every krona of every year once, and never early', () => {
    const shares = fc.array(fc.integer({ min: 1, max: 10_000 }), { maxLength: 12 });
    const amount = fc.integer({ min: 0, max: 1_000_000_000_000 });
    fc.assert(
      fc.property(amount, amount, shares, fc.nat(900), (first, second, counts, days) => {
        const day = addDays('2026-06-01', days);
        const instalments = cut(2027, ...counts.map((count) => count / 10_000));
        const schedule = computePaymentSchedule({
          years: [firm(2027, first), firm(2028, second)],
          instalments,
          approvedOn: day,
        });
        for (const [year, sum] of [
          [2027, first],
          [2028, second],
        ] as const) {
          const own = schedule.filter((payment) => payment.year === year);
          expect(own.reduce((all, payment) => all + payment.amount, 0)).toBe(sum);
          own.slice(1).forEach((payment, index) => expect(payment.payOn >= own[index]!.payOn).toBe(true));
        }
        for (const payment of schedule) {
          expect(payment.payOn >= day).toBe(true);
          expect(Number.isSafeInteger(payment.amount) && payment.amount > 0).toBe(true);
        }
      }),
    );
  });
});

describe('computeRemainingSchedule', () => {
  const left = (amount: number, taken: number, ...shares: number[]) =>
    computeRemainingSchedule({
      years: [firm(2027, amount)],
      instalments: cut(2027, ...shares),
      approvedOn,
      taken: [{ year: 2027, amount: taken }],
    }).map((payment) => [payment.instalment, payment.amount]);

  it.each([
    [
      'the whole plan where nothing is taken',
      left(100, 0, 0.6, 0.4),
      [
        [1, 60],
        [2, 40],
      ],
    ],
    ['no instalment that is taken', left(100, 60, 0.6, 0.4), [[2, 40]]],
    ['less of a later one where a lowered first one was taken', left(80, 60, 0.6, 0.4), [[2, 20]]],
    [
      'the rest of a raised one',
      left(200, 60, 0.6, 0.4),
      [
        [1, 60],
        [2, 80],
      ],
    ],
    ['nothing where all is taken', left(60, 60, 0.6, 0.4), []],
  ])('plans %s', (_, planned, expected) => expect(planned).toEqual(expected));

  it('plans and has taken exactly the sum', () => {
    const shares = fc.array(fc.integer({ min: 1, max: 10_000 }), { maxLength: 8 });
    fc.assert(
      fc.property(
        fc.nat(1_000_000_000_000),
        fc.double({ min: 0, max: 1, noNaN: true }),
        shares,
        (amount, part, counts) => {
          const taken = Math.floor(amount * part);
          const planned = left(amount, taken, ...counts.map((count) => count / 10_000));
          expect(planned.reduce((sum, [, each]) => sum + each!, taken)).toBe(amount);
          expect(planned.every(([, each]) => each! > 0)).toBe(true);
        },
      ),
    );
  });
});

describe('isDueForAttest', () => {
  it.each([
    ['2027-01-15', '2026-11-15', false],
    ['2027-01-15', '2026-11-16', true],
    ['2027-01-15', '2027-01-15', true],
    ['2027-01-15', '2027-06-01', true],
  ])('a payment of %s, on %s: %p', (payOn, today, expected) =>
    expect(isDueForAttest(payOn, today)).toBe(expected),
  );

  it('begins sixty days before', () => expect(PAYMENT_LEAD_DAYS).toBe(60));
});

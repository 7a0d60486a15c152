import { readMoney, typedMoney } from './money-text.js';

describe('money as it is typed', () => {
  it.each([
    ['1 200 000', 1_200_000],
    ['1\u00a0200\u00a0000 kr', 1_200_000],
    ['300:-', 300],
    ['0', 0],
    ['', null],
    ['   ', null],
    ['12,5', '12,5'],
    ['tolv', 'tolv'],
    ['-4', '-4'],
  ])('reads %j as %j', (typed, amount) => {
    expect(readMoney(typed)).toBe(amount);
  });

  it.each([
    [1_200_000, '1 200 000'],
    [999, '999'],
    [0, '0'],
    [null, ''],
    ['tolv', 'tolv'],
  ])('writes %j as %j', (amount, typed) => {
    expect(typedMoney(amount)).toBe(typed);
  });
});

import { expect, test } from '@jest/globals';
import { figure, grouped } from './figures.js';

test.each([
  ['0', '0'],
  ['999', '999'],
  ['1234567', '1 234 567'],
  ['-1234567.125', '-1 234 567,125'],
  ['12345678901234567890', '12 345 678 901 234 567 890'],
])('%s is grouped, and keeps its digits', (decimal, shown) => {
  expect(grouped(decimal).replaceAll('\u00a0', ' ')).toBe(shown);
});

test.each([
  ['0.44797100000000006', 'decimals', '0,4480'],
  ['0.75', 'percent', '75,00 %'],
  ['0.3333', 'percent', '33,33 %'],
  ['1252.5', 'kronor', '1 252,50'],
  ['-0.5', 'decimals', '-0,5000'],
  ['1e-7', 'decimals', '0,0000'],
  ['425000000', undefined, '425 000 000'],
  ['1e+21', undefined, '1e+21'],
  ['NaN', 'decimals', 'NaN'],
] as const)('%s as %s is what people read', (number, shown, said) => {
  expect(figure(number, shown).replaceAll('\u00a0', ' ')).toBe(said);
});

import { expect, test } from '@jest/globals';
import { rowOf } from './field-focus.js';

test.each([
  ['reasons', undefined],
  ['instalments[1].share', 2],
  ['activities[0].goals[4].target', 5],
  ['years[0]', 1],
])('the row of %s is %s', (path, row) => {
  expect(rowOf(path)).toBe(row);
});

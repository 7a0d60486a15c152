import { expect, test } from '@jest/globals';
import { readKept } from './kept-proposal.js';

const values = {
  outcome: 'approve',
  years: [{ year: 2027, amount: 900_000, parts: '100' }],
  reasons: 'Demo',
  conditions: [{ text: 'Demo' }],
  reportsDue: [],
};
const kept = { at: '2026-11-28T13:03:00.000Z', values };

test('what was kept is read again', () => {
  expect(readKept(JSON.stringify(kept), [2027])).toEqual(kept);
});

test.each([
  ['nothing', null],
  ['no JSON', '{"at":'],
  ['something else', '[]'],
  ['no instant', JSON.stringify({ values })],
  ['an outcome that there is none of', JSON.stringify({ ...kept, values: { ...values, outcome: 'maybe' } })],
  ['other years', JSON.stringify({ ...kept, values: { ...values, years: [] } })],
  ['another year', JSON.stringify({ ...kept, values: { ...values, years: [{ year: 2026 }] } })],
])('of %s nothing is read', (_, text) => {
  expect(readKept(text, [2027])).toBeNull();
});

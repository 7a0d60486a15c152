import { describe, expect, it } from '@jest/globals';
import { accountInUse, usableFrom } from './cooling-off.js';

describe('usableFrom', () => {
  it('lets the first account be used at once', () =>
    expect(usableFrom('2027-03-01', { isFirst: true })).toBe('2027-03-01'));
  it('lets a change wait seven days', () =>
    expect(usableFrom('2027-02-26', { isFirst: false })).toBe('2027-03-05'));
});

describe('accountInUse', () => {
  const first = { id: 'first', usableFrom: '2027-01-01', approvedAt: '2027-01-01T09:00:00.000Z' };
  const second = { id: 'second', usableFrom: '2027-03-08', approvedAt: '2027-03-01T09:00:00.000Z' };
  const third = { id: 'third', usableFrom: '2027-03-08', approvedAt: '2027-03-01T10:00:00.000Z' };
  it.each([
    ['2026-12-31', undefined],
    ['2027-01-01', 'first'],
    ['2027-03-07', 'first'],
    ['2027-03-08', 'third'],
  ])('on %s: %p', (day, id) => expect(accountInUse([third, first, second], day)?.id).toBe(id));
  it('is none where none is approved', () => expect(accountInUse([], '2027-01-01')).toBeUndefined());
});

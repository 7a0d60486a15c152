import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween, isLocalDate, laterOf, yearOf } from './local-date.js';

describe('isLocalDate', () => {
  it.each(['2024-02-29', '2000-02-29', '1900-01-01', '2999-12-31'])('takes %s', (day) =>
    expect(isLocalDate(day)).toBe(true),
  );
  it.each([
    '2023-02-29',
    '2100-02-29',
    '2024-04-31',
    '2024-00-10',
    '2024-13-01',
    '2024-01-00',
    '1899-12-31',
    '3000-01-01',
    '2024-1-1',
    ' 2024-01-01',
    '2024-01-01T00:00:00Z',
    '',
    null,
    20240101,
  ])('refuses %p', (day) => expect(isLocalDate(day)).toBe(false));
});

describe('addDays', () => {
  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-12-31', 1, '2024-01-01'],
    ['2027-03-01', -60, '2026-12-31'],
    // The nights when the clocks change are days like others.
    ['2027-03-28', 1, '2027-03-29'],
    ['2027-10-31', 1, '2027-11-01'],
  ])('%s + %i days is %s', (day, days, expected) => expect(addDays(day, days)).toBe(expected));

  it('is undone by the opposite, and keeps the order of days', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300_000 }),
        fc.integer({ min: 1, max: 5_000 }),
        (offset, days) => {
          const day = addDays('1950-01-01', offset);
          const later = addDays(day, days);
          expect(addDays(later, -days)).toBe(day);
          expect(later > day).toBe(true);
          expect(laterOf(day, later)).toBe(later);
          expect(laterOf(later, day)).toBe(later);
        },
      ),
    );
  });
});

it('yearOf gives the calendar year', () => expect(yearOf('2027-12-31')).toBe(2027));

describe('daysBetween', () => {
  it.each([
    ['2024-02-28', '2024-03-01', 2],
    ['2027-03-27', '2027-03-29', 2],
    ['2027-01-01', '2026-12-31', -1],
    ['2027-01-01', '2027-01-01', 0],
  ])('from %s to %s: %i', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
    expect(addDays(from, days)).toBe(to);
  });
});

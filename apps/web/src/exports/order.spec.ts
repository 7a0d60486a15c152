import { describe, expect, it } from '@jest/globals';
import { STATUSES } from './kinds.js';
import { addressOf, bodyOf, bytesIn, orderFrom, type OrderValues } from './order.js';

const VALUES: OrderValues = {
  kind: 'summary',
  format: 'csv',
  filters: { year: '2026', status: '', callId: undefined, measure: 'gini' },
  asOf: '',
  csvStyle: 'plain',
  csv: { separator: ';', decimal: '.', bom: false },
};

describe('an order of an export', () => {
  it('holds what its kind takes and what is filled in, and no more', () => {
    expect(bodyOf(VALUES, { filters: ['year', 'status', 'callId'] })).toEqual({
      kind: 'summary',
      format: 'csv',
      filters: { year: 2026 },
      asOf: null,
    });
  });

  it('says how a CSV is written only where that is not the usual way, and only of a CSV', () => {
    const csvOf = (changes: Partial<OrderValues>) =>
      (bodyOf({ ...VALUES, ...changes }, { filters: [] }) as { csv?: object }).csv;
    expect(csvOf({ csvStyle: 'excel' })).toEqual({ separator: ';', decimal: ',', bom: true });
    expect(csvOf({ csvStyle: 'own' })).toEqual({ separator: ';', decimal: '.', bom: false });
    expect(csvOf({ csvStyle: 'excel', format: 'xlsx' })).toBeUndefined();
  });

  it('leaves what is no year for the server to refuse', () => {
    const { filters } = bodyOf({ ...VALUES, filters: { year: 'i fjol' } }, { filters: ['year'] }) as {
      filters: object;
    };
    expect(filters).toEqual({ year: 'i fjol' });
  });

  it('is filled in again from the address of an earlier one', () => {
    const address = addressOf({
      kind: 'payments',
      format: 'pdf',
      filters: { year: 2026, status: 'sent' },
      asOf: '2026-06-30',
    });
    const { kind, format, filters, asOf } = orderFrom(new URLSearchParams(address.split('?')[1]));
    expect({ kind, format, filters, asOf }).toEqual({
      kind: 'payments',
      format: 'pdf',
      filters: { year: '2026', status: 'sent' },
      asOf: '2026-06-30',
    });
  });
});

it('the record of thinning can be narrowed to a status', () => {
  expect(STATUSES['thinnings']?.of).toContain('carriedOut');
});

describe('bytesIn', () => {
  it.each([
    [0, { value: 0, unit: 'B' }],
    [999, { value: 999, unit: 'B' }],
    [1_000, { value: 1, unit: 'kB' }],
    [12_345, { value: 12.3, unit: 'kB' }],
    [5_600_000_000_000, { value: 5600, unit: 'GB' }],
  ])('%d', (size, told) => expect(bytesIn(size)).toEqual(told));
});

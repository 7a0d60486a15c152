import { describe, expect, it } from '@jest/globals';
import { newSchedule, scheduleBody, valuesOf, type Schedule } from './schedule.js';

describe('a recurring export', () => {
  const values = { ...newSchedule('2026-11-28'), title: 'Månadens uppföljning' };

  it('says of its recurrence only what its period asks for', () => {
    expect(scheduleBody(values, { filters: [] })['recurrence']).toEqual({
      every: 'month',
      weekday: null,
      month: null,
      day: 1,
      at: '06:00',
      from: '2026-11-28',
      until: null,
    });
    const week = {
      ...values,
      recurrence: { ...values.recurrence, every: 'week' as const, until: '2027-12-31' },
    };
    expect(scheduleBody(week, { filters: [] })['recurrence']).toMatchObject({
      weekday: 1,
      day: null,
      until: '2027-12-31',
    });
  });

  it('keeps by days, by files, or by both', () => {
    expect(scheduleBody(values, { filters: [] })['keeping']).toEqual({ days: 90, files: null });
  });

  it('is the same after it has been read and sent again', () => {
    const sent = scheduleBody(
      { ...values, filters: { year: '2026' }, format: 'csv', csvStyle: 'excel' },
      { filters: ['year'] },
    );
    const told = { ...sent, recipients: [{ id: 'a', name: 'A' }] } as unknown as Schedule;
    expect(scheduleBody(valuesOf(told), { filters: ['year'] })).toEqual({ ...sent, recipients: ['a'] });
  });
});

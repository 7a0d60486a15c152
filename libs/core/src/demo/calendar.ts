import { addDays, type LocalDate } from '#domain/shared/local-date';
import type { NewAppropriation } from '#core/appropriations';
import type { NewCall } from '#core/calls';
import type { ExportScheduleContent } from '#core/exports';
import type { CallKey } from './story.js';

export const APPROPRIATION_CODE = '13:5 demo';
/** How long the demo's calls stay open, counted from the day of the seed. */
export const OPEN_DAYS = 90;

export interface PlannedCall {
  key: CallKey;
  call: NewCall;
  createdOn: LocalDate;
  publishedOn: LocalDate;
  closedOn: LocalDate | null;
}

export const CALL_TITLES: Record<CallKey, string> = {
  past: 'Demo: insatser mot segregation 2025–2027',
  measures: 'Demo: insatser mot segregation 2027–2029',
  mapping: 'Demo: kartläggning av segregation 2027',
};

/** `today` is the day of the seed: the open calls are open on it and for some months more. */
export function plannedCalls(today: LocalDate): PlannedCall[] {
  const open = { programmeCode: 'exempel-2027', appropriationCode: APPROPRIATION_CODE };
  const days = {
    createdOn: addDays(today, -60),
    publishedOn: addDays(today, -50),
    closedOn: null,
  };
  const between = { opensOn: addDays(today, -45), closesOn: addDays(today, OPEN_DAYS) };
  return [
    {
      key: 'past',
      call: {
        programmeCode: 'exempel-2025',
        title: CALL_TITLES.past,
        opensOn: '2025-01-20',
        closesOn: '2025-03-14',
        step: 'measures',
        years: [2025, 2026, 2027],
        budget: [
          { year: 2025, amount: 20_000_000 },
          { year: 2026, amount: 20_000_000 },
          { year: 2027, amount: 15_000_000 },
        ],
        appropriationCode: APPROPRIATION_CODE,
      },
      createdOn: '2025-01-09',
      publishedOn: '2025-01-13',
      closedOn: '2025-03-17',
    },
    {
      key: 'measures',
      call: {
        ...open,
        ...between,
        title: CALL_TITLES.measures,
        step: 'measures',
        years: [2027, 2028, 2029],
        budget: [
          { year: 2027, amount: 80_000_000 },
          { year: 2028, amount: 80_000_000 },
          { year: 2029, amount: 60_000_000 },
        ],
      },
      ...days,
    },
    {
      key: 'mapping',
      call: {
        ...open,
        ...between,
        title: CALL_TITLES.mapping,
        step: 'mapping',
        years: [2027],
        budget: [{ year: 2027, amount: 6_000_000 }],
      },
      ...days,
    },
  ];
}

export interface PlannedAppropriation {
  appropriation: NewAppropriation;
  createdOn: LocalDate;
}

export function plannedAppropriations(today: LocalDate): PlannedAppropriation[] {
  const plan = (
    year: number,
    amount: number,
    commitmentLimit: number,
    createdOn: LocalDate,
  ): PlannedAppropriation => ({
    appropriation: {
      code: APPROPRIATION_CODE,
      name: `Exempelanslag mot segregation ${year} (demo)`,
      year,
      amount,
      commitmentLimit,
    },
    createdOn,
  });
  return [
    plan(2025, 25_000_000, 45_000_000, '2025-01-08'),
    plan(2026, 30_000_000, 30_000_000, '2026-01-08'),
    // The limit carries promises for 2028 and 2029.
    plan(2027, 90_000_000, 150_000_000, addDays(today, -70)),
  ];
}

/** An export that comes by itself on the first of every month. */
export function plannedExport(today: LocalDate): Omit<ExportScheduleContent, 'recipients'> {
  return {
    title: 'Demo: redovisningar varje månad',
    kind: 'reporting-status',
    format: 'xlsx',
    filters: {},
    csv: null,
    asOf: 'periodEnd',
    recurrence: { every: 'month', weekday: null, month: null, day: 1, at: '06:00', from: today, until: null },
    keepDays: 90,
    keepFiles: null,
  };
}

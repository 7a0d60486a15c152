import { NOWHERE, YEAR } from './stage.js';

const GONE = { status: 'banan', programmeCode: 'sfs-2018-181', callId: NOWHERE, organisationId: NOWHERE };
const GONE_SAID =
  'filters.callId unknownCall, filters.organisationId unknownOrganisation, filters.programmeCode unknownProgramme, filters.status notOneOf';
export const MONTHLY = { every: 'month', day: 31, at: '06:00', from: `${YEAR}-01-01` };

type Row = [target: 'export' | 'exportSchedule' | 'exportScheduleEdit', string, unknown, string];

/** Orders of exports that are not as they should be, and every finding that they must be answered with: `path code`. */
export const BAD_EXPORT_ORDERS: Row[] = [
  ['export', 'an unknown kind', { kind: 'everything', format: 'csv' }, 'kind unknownExportKind'],
  [
    'export',
    'wrong types everywhere',
    { kind: 5, format: 'exe', filters: { year: 'x', callId: 'x', status: '' } },
    'filters.callId notId, filters.status tooShort, filters.year notYear, format notOneOf, kind notText',
  ],
  ['export', 'filters of what is not there', { kind: 'decisions', format: 'csv', filters: GONE }, GONE_SAID],
  [
    'export',
    'a status that no row can have',
    { kind: 'applications', format: 'csv', filters: { status: 'draft' } },
    'filters.status notOneOf',
  ],
  [
    'export',
    'a measure that is none',
    { kind: 'measures', format: 'csv', filters: { measure: 'nosuch' } },
    'filters.measure unknownMeasure',
  ],
  [
    'exportSchedule',
    'filters of what is not there',
    { title: 'Demo', kind: 'decisions', format: 'csv', recurrence: MONTHLY, filters: GONE },
    GONE_SAID,
  ],
  ['export', 'filters that are none', { kind: 'decisions', format: 'csv', filters: [] }, 'filters notObject'],
  ['exportSchedule', 'nothing', {}, 'format required, kind required, recurrence required, title required'],
  [
    'exportSchedule',
    'wrong types everywhere',
    {
      title: '',
      kind: 5,
      format: 'exe',
      filters: { year: 'x' },
      csv: 1,
      asOf: '2026-01-01',
      recurrence: {
        every: 'day',
        weekday: 8,
        month: 0,
        day: '1',
        at: '24:00',
        from: 'x',
        until: '2026-02-30',
      },
      recipients: ['revisor'],
      keeping: { days: 0, files: 1.5 },
    },
    'asOf notOneOf, csv notObject, filters.year notYear, format notOneOf, keeping.days notWholeNumber, keeping.files notWholeNumber, kind notText, recipients notId, recurrence.at notTimeOfDay, recurrence.day notWholeNumber, recurrence.every notOneOf, recurrence.from notDate, recurrence.month notWholeNumber, recurrence.until notDate, recurrence.weekday notWholeNumber, title tooShort',
  ],
  [
    'exportSchedule',
    'an order and days that do not go together',
    {
      title: 'Demo',
      kind: 'case-bundle',
      format: 'csv',
      csv: {},
      asOf: 'periodEnd',
      filters: { year: 2026 },
      recurrence: {
        every: 'quarter',
        weekday: 1,
        month: 4,
        at: '06:00',
        from: '2026-02-01',
        until: '2026-01-01',
      },
      recipients: [NOWHERE, NOWHERE],
      keeping: {},
    },
    'asOf onlyOfNow, filters.applicationId required, filters.year unknownFilter, format notOneOf, keeping required, recipients duplicate, recipients[0] notAReaderOfExports, recipients[0] notAReaderOfExports, recurrence.day required, recurrence.month notWholeNumber, recurrence.until untilBeforeFrom, recurrence.weekday unknownField',
  ],
  [
    'exportSchedule',
    'days that have been',
    {
      title: 'Demo',
      kind: 'decisions',
      format: 'csv',
      recurrence: { ...MONTHLY, from: '2020-01-01', until: '2020-12-31' },
    },
    'recurrence.until noRunLeft',
  ],
  [
    'exportScheduleEdit',
    'what cannot be changed, or not so',
    { kind: 'payments', owner: NOWHERE, recurrence: { ...MONTHLY, at: '6:00' } },
    'kind unknownField, owner unknownField, recurrence.at notTimeOfDay',
  ],
  [
    'exportScheduleEdit',
    'what does not go with the rest',
    { format: 'pdf', csv: { bom: true }, filters: { measure: 'x' }, keeping: { days: null, files: null } },
    'csv csvOptionsWithoutCsv, filters.measure unknownFilter, keeping required',
  ],
];

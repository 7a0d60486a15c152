import type { Proposal } from '#domain/decisions/proposal';
import { addDays, type LocalDate } from '#domain/shared/local-date';
import { workingDay, type Dated, type FollowUp, type Story } from './story.js';

const INTERIM_2025 = '2026-02-27';

function proposal(amounts: readonly number[], extra: Proposal['reportsDue']): Proposal {
  const years = amounts.map((amount, index) => ({ year: 2025 + index, amount }));
  return {
    outcome: 'approve',
    years,
    reasons:
      'Demo: kommunen når tröskeln i exempelprogrammet (2 §) enligt underlaget. Insatserna är långsiktiga, målen går att följa upp och budgeten ryms inom 90 procent av kostnaderna (5 §).',
    conditions: ['Demo: bidraget används till de insatser som ansökan anger.'],
    reportsDue: [
      { kind: 'interim', year: 2025, dueOn: INTERIM_2025 },
      ...extra,
      { kind: 'interim', year: 2026, dueOn: '2027-02-26' },
      { kind: 'final', year: 2027, dueOn: '2028-02-29' },
    ],
    instalments: years.flatMap(({ year }) => [
      { year, share: 0.5 },
      { year, share: 0.5 },
    ]),
  };
}

/**
 * Two grants of the example programme of 2025, under way: one that cost less than planned, so that a part of it is paid
 * back, and one whose recipient is late, so that its next payment waits. `today` makes the late report late whatever day
 * the demo is made, and what is to be paid back not due yet.
 */
export function pastStories(today: LocalDate): Story[] {
  const lateReport = earlierOf('2026-09-30', addDays(today, -30));
  return [
    {
      call: 'past',
      organisation: '1275',
      content: { number: 1, costs: 2_000, percent: 85 },
      acts: [
        { act: 'create', day: '2025-01-28' },
        { act: 'edit', day: '2025-02-11' },
        { act: 'submit', day: '2025-02-24' },
        { act: 'start', by: 'handlaggare', day: '2025-03-18' },
        { act: 'assess', by: 'handlaggare', day: '2025-04-08' },
        {
          act: 'propose',
          by: 'handlaggare',
          proposal: proposal([1_700_000, 1_700_000, 1_600_000], []),
          day: '2025-04-15',
        },
        { act: 'approve', by: 'beslut', day: '2025-05-06' },
      ],
      followUps: [
        { act: 'attest', by: 'ekonomi', year: 2025, instalment: 1, day: '2025-05-08' },
        ...paid(2025, 1, '2025-05-09', '2025-05-12'),
        { act: 'fallDue', year: 2025, instalment: 2, day: '2025-05-19' },
        { act: 'attest', by: 'ekonomi', year: 2025, instalment: 2, day: '2025-07-02' },
        ...paid(2025, 2, '2025-07-14', '2025-07-15'),
        { act: 'confirmYear', by: 'ekonomi', year: 2026, day: '2026-01-09' },
        { act: 'attest', by: 'ekonomi', year: 2026, instalment: 1, day: '2026-01-12' },
        ...paid(2026, 1, '2026-01-14', '2026-01-15'),
        { act: 'editReport', dueOn: INTERIM_2025, year: 2025, percentOfPlan: 90, day: '2026-02-12' },
        { act: 'submitReport', dueOn: INTERIM_2025, day: '2026-02-20' },
        { act: 'approveReport', by: 'handlaggare', dueOn: INTERIM_2025, day: '2026-03-17' },
        { act: 'fallDue', year: 2026, instalment: 2, day: '2026-05-18' },
        { act: 'attest', by: 'ekonomi', year: 2026, instalment: 2, day: '2026-07-01' },
        ...recoveryOf(today),
      ],
    },
    {
      call: 'past',
      organisation: '1282',
      content: { number: 6, costs: 3_000, percent: 80 },
      acts: [
        { act: 'create', day: '2025-01-30' },
        { act: 'edit', day: '2025-02-19' },
        { act: 'submit', day: '2025-03-10' },
        { act: 'start', by: 'handlaggare2', day: '2025-03-19' },
        { act: 'assess', by: 'handlaggare2', day: '2025-04-10' },
        {
          act: 'propose',
          by: 'handlaggare2',
          proposal: proposal(
            [2_400_000, 2_500_000, 2_500_000],
            [{ kind: 'interim', year: 2026, dueOn: lateReport }],
          ),
          day: '2025-04-17',
        },
        { act: 'approve', by: 'beslut2', day: '2025-05-07' },
      ],
      followUps: [
        { act: 'attest', by: 'ekonomi', year: 2025, instalment: 1, day: '2025-05-09' },
        ...paid(2025, 1, '2025-05-12', '2025-05-13'),
        { act: 'fallDue', year: 2025, instalment: 2, day: '2025-05-19' },
        { act: 'attest', by: 'ekonomi', year: 2025, instalment: 2, day: '2025-07-03' },
        ...paid(2025, 2, '2025-07-14', '2025-07-15'),
        { act: 'confirmYear', by: 'ekonomi', year: 2026, day: '2026-01-09' },
        { act: 'attest', by: 'ekonomi', year: 2026, instalment: 1, day: '2026-01-13' },
        ...paid(2026, 1, '2026-01-14', '2026-01-15'),
        { act: 'editReport', dueOn: INTERIM_2025, year: 2025, percentOfPlan: 91, day: '2026-02-18' },
        { act: 'submitReport', dueOn: INTERIM_2025, day: '2026-02-25' },
        // The report of 2025 is not approved yet: the payment falls due and is withheld.
        { act: 'fallDue', year: 2026, instalment: 2, day: '2026-05-18' },
      ],
    },
  ];
}

/** Sent to the bank, and executed by the bank's notice. */
function paid(year: number, instalment: number, sentOn: LocalDate, paidOn: LocalDate): Dated<FollowUp>[] {
  return [
    { act: 'sendToBank', by: 'ekonomi', year, instalment, day: sentOn },
    { act: 'hearFromBank', by: 'ekonomi', year, instalment, day: paidOn },
  ];
}

/** The settlement proposed it; the recipient pays in two parts, and has paid something of the first. */
function recoveryOf(today: LocalDate): Dated<FollowUp>[] {
  const day = (daysAgo: number) => workingDay(addDays(today, -daysAgo));
  const instalments = [60, 120].map((days) => ({ dueOn: addDays(today, days), amount: 40_000 }));
  return [
    { act: 'notifyRecovery', by: 'handlaggare', answerBy: addDays(day(45), 21), day: day(45) },
    {
      act: 'answerRecovery',
      text: 'Demo: kommunen delar bedömningen och ber att få betala i två delar.',
      day: day(33),
    },
    { act: 'decideRecovery', by: 'beslut', day: day(26) },
    { act: 'planRecovery', by: 'ekonomi', instalments, day: day(20) },
    { act: 'repay', by: 'ekonomi', amount: 20_000, reference: 'Demo: BG 1', day: day(5) },
  ];
}

const earlierOf = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);

import { describe, expect, it } from '@jest/globals';
import { applicationLifecycle } from './applications/application.lifecycle.js';
import { callLifecycle } from './calls/call.lifecycle.js';
import { decisionYearLifecycle } from './decisions/decision-year.lifecycle.js';
import { decisionLifecycle } from './decisions/decision.lifecycle.js';
import { exportScheduleLifecycle } from './exports/export-schedule.lifecycle.js';
import { exportLifecycle } from './exports/export.lifecycle.js';
import { measureDatasetLifecycle } from './measures/measure-dataset.lifecycle.js';
import { payeeAccountLifecycle } from './payments/accounts/payee-account.lifecycle.js';
import { paymentFileLifecycle } from './payments/bank/payment-file.lifecycle.js';
import { paymentLifecycle } from './payments/payment.lifecycle.js';
import { recoveryLifecycle } from './recoveries/recovery.lifecycle.js';
import { accountingImportLifecycle } from './reports/accounting/accounting-import.lifecycle.js';
import { evidenceDemandLifecycle } from './reports/evidence-demand.lifecycle.js';
import { thinningLifecycle } from './retention/thinning.lifecycle.js';
import { reportLifecycle } from './reports/report.lifecycle.js';
import type { Lifecycle } from './shared/lifecycle.js';

/** Every state with every state that may follow on it: no step more, no step less. */
const followers = (lifecycle: Lifecycle): Record<string, string[]> =>
  Object.fromEntries(
    lifecycle.states.map((state) => [
      state,
      [...new Set(lifecycle.edges().flatMap((edge) => (edge.from === state ? [edge.to] : [])))].sort(),
    ]),
  );

const expected: [Lifecycle, string, Record<string, string[]>][] = [
  [
    callLifecycle,
    'draft',
    { draft: ['published'], published: ['closed'], closed: ['archived'], archived: [] },
  ],
  [
    applicationLifecycle,
    'draft',
    {
      draft: ['discarded', 'draft', 'submitted'],
      submitted: ['submitted', 'underAssessment', 'withdrawn'],
      underAssessment: ['completionRequested', 'proposed', 'underAssessment', 'withdrawn'],
      completionRequested: ['completionRequested', 'underAssessment', 'withdrawn'],
      proposed: ['decided', 'proposed', 'underAssessment'],
      decided: ['decided'],
      discarded: ['discarded'],
      withdrawn: ['withdrawn'],
    },
  ],
  [
    decisionLifecycle,
    'proposed',
    {
      proposed: ['approved', 'returned'],
      approved: ['approved', 'revoked', 'superseded'],
      returned: [],
      superseded: [],
      revoked: [],
    },
  ],
  [decisionYearLifecycle, 'conditional', { conditional: ['firm', 'lapsed'], firm: [], lapsed: [] }],
  [
    paymentLifecycle,
    'planned',
    {
      planned: ['cancelled', 'due', 'planned'],
      due: ['attested', 'cancelled', 'due', 'withheld'],
      withheld: ['cancelled', 'due', 'withheld'],
      attested: ['sent'],
      sent: ['bounced', 'executed'],
      executed: ['bounced'],
      bounced: ['bounced'],
      cancelled: [],
    },
  ],
  [
    payeeAccountLifecycle,
    'proposed',
    {
      proposed: ['approved', 'rejected', 'withdrawn'],
      approved: ['stopped'],
      rejected: [],
      withdrawn: [],
      stopped: [],
    },
  ],
  [paymentFileLifecycle, 'queued', { queued: ['ready'], ready: ['ready'] }],
  [
    reportLifecycle,
    'upcoming',
    {
      upcoming: ['cancelled', 'open', 'upcoming'],
      open: ['cancelled', 'open', 'submitted'],
      submitted: ['approved', 'completionRequested', 'submitted'],
      completionRequested: ['cancelled', 'completionRequested', 'submitted'],
      approved: [],
      cancelled: [],
    },
  ],
  [accountingImportLifecycle, 'previewed', { previewed: ['adopted', 'previewed'], adopted: [] }],
  [
    evidenceDemandLifecycle,
    'requested',
    { requested: ['answered'], answered: ['accepted', 'answered', 'requested'], accepted: [] },
  ],
  [
    recoveryLifecycle,
    'considered',
    {
      considered: ['dropped', 'notified'],
      notified: ['decided', 'dropped', 'notified'],
      decided: ['decided', 'settling', 'writtenOff'],
      settling: ['settled', 'settling', 'writtenOff'],
      settled: ['settling'],
      dropped: [],
      writtenOff: ['settling'],
    },
  ],
  [
    exportLifecycle,
    'queued',
    {
      queued: ['cancelled', 'running'],
      running: ['cancelled', 'failed', 'ready', 'running'],
      ready: ['expired'],
      failed: ['queued'],
      expired: [],
      cancelled: [],
    },
  ],
  [
    exportScheduleLifecycle,
    'active',
    { active: ['active', 'ended', 'paused'], paused: ['active', 'ended', 'paused'], ended: [] },
  ],
  [
    measureDatasetLifecycle,
    'reading',
    {
      reading: ['awaitingAcceptance', 'failed'],
      awaitingAcceptance: ['accepted', 'rejected'],
      accepted: [],
      rejected: [],
      failed: [],
    },
  ],
  [
    thinningLifecycle,
    'listed',
    {
      listed: ['kept', 'proposed'],
      proposed: ['approved', 'listed'],
      approved: ['carriedOut'],
      carriedOut: [],
      kept: [],
    },
  ],
];

describe.each(expected.map((row) => [row[0].subject, ...row] as const))(
  '%s',
  (_, lifecycle, initial, states) => {
    it('begins where it should', () => expect(lifecycle.initial).toBe(initial));
    it('allows exactly these steps', () => expect(followers(lifecycle)).toEqual(states));
  },
);

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '#core/access';
import { applicationLifecycle, type ApplicationStatus } from '#domain/applications/application.lifecycle';
import { callLifecycle, type CallStatus } from '#domain/calls/call.lifecycle';
import { decisionLifecycle, type DecisionStatus } from '#domain/decisions/decision.lifecycle';
import {
  exportScheduleLifecycle,
  type ExportScheduleStatus,
} from '#domain/exports/export-schedule.lifecycle';
import { exportLifecycle, type ExportStatus } from '#domain/exports/export.lifecycle';
import { paymentLifecycle, type PaymentStatus } from '#domain/payments/payment.lifecycle';
import { reportLifecycle, type ReportStatus } from '#domain/reports/report.lifecycle';
import { Database } from '#platform/database';
import { Transition } from '#platform/transition';
import { Medel, type Any, type Answer } from '#testing';
import { Export } from '../../libs/core/src/exports/export.entity.js';
import { ACCOUNT_OF, must, Stage, YEAR, type Name } from './stage.js';

type Role = keyof typeof ACCOUNT_OF;
const ROLES = Object.keys(ACCOUNT_OF) as Role[];

/** What each role is told that it may do, state by state. A role that is not named is offered nothing. */
type Offers<State extends string> = Partial<
  Record<State, Partial<Record<Role, string[]>> & { hidden?: Role[] }>
>;

const recipients: Role[] = ['applicant', 'signatory'];
const agency = ROLES.filter((role) => !recipients.includes(role));
const declares = {
  decisionMaker: ['declare-conflict-of-interest'],
  financeOfficer: ['declare-conflict-of-interest'],
};

const APPLICATIONS: Offers<ApplicationStatus> = {
  draft: { applicant: ['discard', 'edit'], signatory: ['discard', 'edit', 'submit'], hidden: agency },
  submitted: {
    signatory: ['withdraw'],
    caseOfficer: ['declare-conflict-of-interest', 'notify-delay', 'start-assessment'],
    ...declares,
  },
  underAssessment: {
    signatory: ['withdraw'],
    caseOfficer: [
      'assess',
      'assign',
      'declare-conflict-of-interest',
      'judge',
      'notify-delay',
      'propose',
      'request-completion',
    ],
    ...declares,
  },
  completionRequested: {
    applicant: ['edit'],
    signatory: ['complete', 'edit', 'withdraw'],
    caseOfficer: ['assign', 'declare-conflict-of-interest', 'notify-delay'],
    ...declares,
  },
  proposed: { caseOfficer: ['declare-conflict-of-interest', 'notify-delay'], ...declares },
  decided: { caseOfficer: ['declare-conflict-of-interest'], ...declares },
  discarded: { hidden: agency },
  withdrawn: {},
};
const DECISIONS: Offers<DecisionStatus> = {
  proposed: { decisionMaker: ['approve', 'return'], hidden: recipients },
  approved: {
    caseOfficer: ['amend', 'prove-co-financing'],
    decisionMaker: ['confirm-year', 'lapse-year', 'revoke'],
    financeOfficer: ['confirm-year'],
  },
  superseded: {},
  revoked: {},
  returned: { hidden: recipients },
};
const REPORTS: Offers<ReportStatus> = {
  upcoming: {},
  open: { applicant: ['edit'], signatory: ['edit', 'submit'] },
  submitted: {
    caseOfficer: ['approve', 'request-completion'],
    decisionMaker: ['approve', 'request-completion'],
  },
  completionRequested: { applicant: ['edit'], signatory: ['edit', 'submit'] },
  approved: {},
};
const CALLS: Offers<CallStatus> = {
  draft: { caseOfficer: ['publish'], administrator: ['publish'], hidden: recipients },
  published: { caseOfficer: ['close'], administrator: ['close'] },
  closed: {},
};
const staffMayAll = (actions: string[]) => Object.fromEntries(agency.map((role) => [role, actions]));
const staffMay = (action: string) => staffMayAll([action]);
const EXPORTS: Offers<ExportStatus> = {
  queued: staffMay('cancel'),
  running: staffMay('cancel'),
  ready: {},
  failed: staffMay('retry'),
  expired: {},
  cancelled: {},
};
/** The administrator's own. */
const EXPORT_SCHEDULES: Offers<ExportScheduleStatus> = {
  active: { ...staffMayAll(['end', 'pause']), administrator: ['edit', 'end', 'pause'] },
  paused: { ...staffMayAll(['end']), administrator: ['edit', 'end', 'resume'] },
  ended: {},
};
const PAYMENTS: Offers<PaymentStatus> = {
  planned: {},
  due: { financeOfficer: ['attest', 'withhold'] },
  attested: {},
};

const SCHEDULE_ACTIONS = ['edit', 'pause', 'resume', 'end'];

let medel: Medel;
let stage: Stage;
let colleague: string;

beforeAll(async () => {
  medel = await Medel.start();
  stage = await Stage.set(medel, { span: 2 });
  const body = { code: stage.code, name: 'Demo', year: YEAR + 1, amount: 900_000_000, commitmentLimit: 0 };
  await must(stage.people.ekonomi.post('/appropriations', { body }), 201);
  colleague = (await stage.people.handlaggare2.get('/session')).body.user.id;
});
afterAll(async () => {
  await medel.expectCoherent();
  await medel.stop();
});

/** Sends `action` as somebody whose role has it. */
async function act(collection: string, id: string, action: string): Promise<Answer<Any>> {
  const path = `/${collection}/${id}`;
  const doers: Record<string, Name> = {
    'decisions/approve': 'beslut',
    'decisions/return': 'beslut',
    'decisions/confirm-year': 'ekonomi',
    'decisions/revoke': 'beslut',
    'payments/attest': 'ekonomi',
    'exports/cancel': 'admin',
    'exports/retry': 'admin',
    ...Object.fromEntries(SCHEDULE_ACTIONS.map((action) => [`export-schedules/${action}`, 'admin'])),
  };
  const byRecipient = ['edit', 'submit', 'discard', 'withdraw', 'complete'].includes(action);
  const who =
    stage.people[doers[`${collection}/${action}`] ?? (byRecipient ? 'firmatecknare.1275' : 'handlaggare')];
  const bodies: Record<string, unknown> = {
    assign: { userId: colleague },
    'confirm-year': { year: YEAR + 1 },
    ...(collection === 'export-schedules' ? { edit: { title: 'Demo: ändrat' } } : {}),
    ...(collection === 'reports' ? { edit: { lessons: 'Demo: ändrad' } } : {}),
  };
  const body = bodies[action] ?? stage.bodyOf(action);
  if (action === 'edit') return who.edit(path, body);
  if (action === 'cancel') return who.delete(path);
  return who.post(`${path}/${action === 'propose' ? 'decision-proposals' : action}`, { body });
}

async function read(collection: string, id: string): Promise<Any> {
  for (const name of ['revisor', 'firmatecknare.1275'] as const) {
    const { status, body, headers } = await stage.people[name].get(`/${collection}/${id}`);
    if (status === 200) return { ...body, actions: null, etag: headers.get('etag') };
  }
  throw new Error(`Nobody sees ${collection} ${id}`);
}

/** Every state × every action, and every state × every role. */
function holds<State extends string>(
  collection: string,
  lifecycle: { next(state: State, action: string): State | undefined },
  actions: string[],
  offers: Offers<State>,
  bring: (state: State) => Promise<string>,
): void {
  describe.each(Object.keys(offers) as State[])(`${collection} that are %s`, (state) => {
    const offer = offers[state]!;
    const legal = actions.filter((action) => lifecycle.next(state, action));
    let id: string;
    beforeAll(async () => {
      id = await bring(state);
    });

    it('offer every role exactly what it may do', async () => {
      for (const role of ROLES) {
        const { status, body } = await stage.people[ACCOUNT_OF[role]].get(`/${collection}/${id}`);
        if (collection.startsWith('export') && recipients.includes(role))
          expect([role, status]).toEqual([role, 403]);
        else if (offer.hidden?.includes(role)) expect([role, status]).toEqual([role, 404]);
        else expect([role, body.status, body.actions?.toSorted()]).toEqual([role, state, offer[role] ?? []]);
      }
    });

    it('refuse every other action, and stay as they are', async () => {
      const before = await read(collection, id);
      for (const action of actions.filter((each) => !legal.includes(each))) {
        const { status, body } = await act(collection, id, action);
        expect([action, status, body.code, body.data?.action]).toEqual([
          action,
          409,
          'illegalTransition',
          action,
        ]);
      }
      expect(await read(collection, id)).toEqual(before);
    });

    if (legal.length > 0)
      it.each(legal)('take %s', async (action) => {
        const fresh = await bring(state);
        const { status, body } = await act(collection, fresh, action);
        expect([action, status, body.findings]).toEqual([
          action,
          action === 'propose' ? 201 : 200,
          undefined,
        ]);
        expect((await read(collection, fresh)).status).toBe(lifecycle.next(state, action));
      });
  });
}

holds(
  'applications',
  applicationLifecycle,
  [
    'edit',
    'submit',
    'discard',
    'withdraw',
    'complete',
    'start-assessment',
    'assign',
    'request-completion',
    'declare-conflict-of-interest',
    'assess',
    'judge',
    'propose',
  ],
  APPLICATIONS,
  (state) => stage.application(state),
);

holds(
  'decisions',
  decisionLifecycle,
  ['approve', 'return', 'confirm-year', 'revoke'],
  DECISIONS,
  async (state) => stage.decision(state).then(({ id }) => id),
);

holds(
  'reports',
  reportLifecycle,
  ['edit', 'submit', 'request-completion', 'approve'],
  REPORTS,
  async (state) =>
    state === 'upcoming' ? (await stage.decision('approved')).reports[1].id : stage.report(state as 'open'),
);

holds('calls', callLifecycle, ['publish', 'close'], CALLS, async (state) => {
  const { handlaggare } = stage.people;
  const { id } = (await must(handlaggare.post('/calls', { body: stage.newCall() }), 201)).body;
  if (state !== 'draft') await must(handlaggare.post(`/calls/${id}/publish`), 200);
  if (state === 'closed') await must(handlaggare.post(`/calls/${id}/close`), 200);
  return id;
});

holds('payments', paymentLifecycle, ['attest'], PAYMENTS, async (state) => {
  const { payments } = await stage.decision('approved');
  const wanted = payments.find(({ status }: Any) => (status === 'planned') === (state === 'planned'));
  if (state === 'attested') await must(stage.people.ekonomi.post(`/payments/${wanted.id}/attest`), 200);
  return wanted.id;
});

holds('exports', exportLifecycle, ['cancel', 'retry'], EXPORTS, async (state) => {
  const order = { kind: 'decisions', format: 'csv' };
  const { id } = (await must(stage.people.admin.post('/exports', { body: order }), 202)).body;
  const result = { fileKey: 'none', rowCount: 0, controlSums: {}, sha256: '0'.repeat(64), size: 0 };
  // What the worker does, without one: each step by the same writer of status.
  const steps: Partial<Record<ExportStatus, [string, object?][]>> = {
    running: [['start']],
    ready: [['start'], ['complete', { result }]],
    failed: [['start'], ['fail', { failure: 'test' }]],
    expired: [['start'], ['complete', { result }], ['expire']],
    cancelled: [['cancel']],
  };
  const [database, transition] = [medel.api.get(Database), medel.api.get(Transition)];
  for (const [action, changes] of steps[state] ?? [])
    await database.transaction(SYSTEM, async () =>
      transition.apply(exportLifecycle, await database.lock(Export, id), action, SYSTEM, changes),
    );
  return id;
});

holds('export-schedules', exportScheduleLifecycle, SCHEDULE_ACTIONS, EXPORT_SCHEDULES, async (state) => {
  const { admin } = stage.people;
  const recurrence = { every: 'year', month: 1, day: 31, at: '06:00', from: `${YEAR}-01-01` };
  const order = { title: 'Demo', kind: 'decisions', format: 'csv', recurrence };
  const { id } = (await must(admin.post('/export-schedules', { body: order }), 201)).body;
  if (state === 'paused') await must(admin.post(`/export-schedules/${id}/pause`), 200);
  if (state === 'ended') await must(admin.post(`/export-schedules/${id}/end`), 200);
  return id;
});

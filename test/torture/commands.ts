import { completeReport, type Any, type Client } from '#testing';
import { camt054, XML } from '../api/bank.js';
import { must, YEAR } from '../api/stage.js';
import {
  appropriation,
  books,
  COST,
  DATASET,
  edit,
  give,
  imported,
  LETTER,
  type Make,
  MAPPING,
  newUser,
  onApplication,
  onDecision,
  onDemand,
  onPayeeAccount,
  onPayment,
  onRecovery,
  onReport,
  onSchedule,
  onThinning,
  schedule,
  staged,
  user,
} from './ready.js';
import { accountCommands } from './account-commands.js';
import { newAccount, TODAY, unique } from './world.js';

const caseOf = async (who: Client, payment: string): Promise<string> => {
  const { decisionId } = (await who.get<Any>(`/payments/${payment}`)).body;
  return (await who.get<Any>(`/decisions/${decisionId}`)).body.applicationId;
};

/** Every operation that changes something, as it succeeds. Who may give it is declared elsewhere. */
export const commands: Record<string, Make> = {
  createApplication: ({ world }) => ({ path: '/applications', body: { callId: world.stage.call.id } }),
  submitApplication: onApplication('draft', 'submit'),
  discardApplication: onApplication('draft', 'discard'),
  withdrawApplication: onApplication('submitted', 'withdraw'),
  completeApplication: onApplication('completionRequested', 'complete'),
  editApplication: async ({ world, organisation }) => {
    const id = await world.stage.application('draft', organisation);
    return edit(world.stage.people[`sokande.${organisation}`], `/applications/${id}`, { title: 'Demo: ny' });
  },
  addAttachment: async ({ world, organisation }) => {
    const id = await world.stage.application('draft', organisation);
    return { path: `/applications/${id}/attachments`, file: { content: 'Demo;1', fields: {} } };
  },
  removeAttachment: async ({ world, organisation }) => {
    const path = `/applications/${await world.stage.application('draft', organisation)}/attachments`;
    const sent = world.stage.people[`sokande.${organisation}`].upload<Any>(path, 'Demo;1', {});
    return { method: 'DELETE', path: `${path}/${(await must(sent, 201)).body.id}` };
  },
  startAssessment: onApplication('submitted', 'start-assessment'),
  assignApplication: onApplication('underAssessment', 'assign', ({ world }) => ({
    userId: world.colleagueId,
  })),
  requestApplicationCompletion: onApplication(
    'underAssessment',
    'request-completion',
    staged('request-completion'),
  ),
  notifyDelay: onApplication('underAssessment', 'notify-delay', staged('notify-delay')),
  declareConflictOfInterest: onApplication(
    'underAssessment',
    'declare-conflict-of-interest',
    staged('declare-conflict-of-interest'),
  ),
  assessApplication: onApplication('underAssessment', 'assess', staged('assess')),
  judgeFinding: onApplication('underAssessment', 'judge', staged('judge')),
  proposeDecision: onApplication('underAssessment', 'decision-proposals', ({ world }) =>
    world.stage.proposal(),
  ),
  replayEvidence: onApplication('submitted', 'evidence/replay'),

  approveDecision: onDecision('proposed', 'approve', () => undefined),
  returnDecision: onDecision('proposed', 'return', staged('return')),
  confirmDecisionYear: onDecision('approved', 'confirm-year', () => ({ year: YEAR + 1 })),
  lapseDecisionYear: onDecision('approved', 'lapse-year', () => ({ year: YEAR + 1, reason: 'Demo' })),
  amendDecision: onDecision('approved', 'amend', staged('amend')),
  revokeDecision: onDecision('approved', 'revoke', staged('revoke')),
  judgeDecisionCondition: async ({ world, organisation }) => {
    const { handlaggare, beslut } = world.stage.people;
    const applicationId = await world.stage.application('underAssessment', organisation);
    const proposal = { body: world.stage.proposal({ conditions: ['Demo: öppet'] }) };
    const made = await must(
      handlaggare.post(`/applications/${applicationId}/decision-proposals`, proposal),
      201,
    );
    await must(beslut.post(`/decisions/${made.body.id}/approve`), 200);
    const body = { condition: 1, outcome: 'met', motive: 'Demo' };
    return { path: `/decisions/${made.body.id}/judge-condition`, body, applicationId };
  },
  proveCoFinancing: async ({ world, organisation }) => {
    const { handlaggare } = world.stage.people;
    const report = (await handlaggare.get(`/reports/${await world.stage.report('submitted', organisation)}`))
      .body;
    const body = { year: YEAR, source: 'own', amount: 1_000, kind: 'accounts', reference: 'Demo: ver 1' };
    const path = `/decisions/${report.decisionId}/prove-co-financing`;
    return { path, body, applicationId: report.applicationId };
  },
  considerRecovery: async ({ world, organisation }) => {
    const { id, applicationId } = await world.paidDecision(organisation);
    const body = { grounds: 'conditionNotMet', amount: 100_000, reasons: 'Demo' };
    return { path: `/decisions/${id}/recoveries`, body, applicationId };
  },

  notifyRecovery: onRecovery('considered', 'notify', () => ({ answerBy: `${YEAR + 1}-12-31` })),
  dropRecovery: onRecovery('considered', 'drop', () => ({ reasons: 'Demo' })),
  answerRecovery: onRecovery('notified', 'answer', () => ({ text: 'Demo' })),
  decideRecovery: onRecovery('answered', 'decide', () => ({})),
  planRecovery: onRecovery('decided', 'plan', () => ({
    instalments: [
      { dueOn: `${YEAR + 1}-11-30`, amount: 50_000 },
      { dueOn: `${YEAR + 1}-12-31`, amount: 50_000 },
    ],
  })),
  registerPayment: onRecovery('decided', 'register-payment', () => ({
    amount: 100_000,
    paidOn: TODAY,
    reference: `BG ${unique()}`,
  })),
  setOff: async (place) => {
    // So that there is a payment to take it from, however many were used up.
    await place.world.stage.decision('approved', place.organisation);
    return onRecovery('decided', 'set-off', () => ({ amount: 1_000 }))(place);
  },
  writeOff: onRecovery('decided', 'write-off', () => ({ reasons: 'Demo' })),

  attestPayment: onPayment('attest'),
  withholdPayment: onPayment('withhold', { reason: 'Demo' }),
  releasePayment: async (place) => {
    const ready = await onPayment('withhold', { reason: 'Demo' })(place);
    await must(give(place.world.stage.people.ekonomi, ready), 200);
    return { ...ready, path: ready.path.replace('withhold', 'release') };
  },
  replanPayment: async ({ world, organisation }) => {
    const { ekonomi } = world.stage.people;
    const payment = await world.bouncedPayment(organisation);
    return { path: `/payments/${payment}/replan`, applicationId: await caseOf(ekonomi, payment) };
  },
  orderPaymentFile: async ({ world, organisation }) => {
    const payment = await world.attested(organisation);
    const applicationId = await caseOf(world.stage.people.ekonomi, payment);
    return { path: '/payment-files', body: { paymentIds: [payment] }, applicationId };
  },
  registerSettlement: async ({ world, organisation }) => {
    const file = await world.paymentFile(organisation);
    const told = [{ endToEndId: file.lines[0].endToEndId, amount: `${file.lines[0].amount}.00` }];
    const body = camt054(told, { messageId: `CAMT-${unique()}` });
    return { path: `/payment-files/${file.id}/settlements`, body, headers: XML };
  },

  proposePayeeAccount: async ({ world, organisation }) => {
    await world.settleAccounts(organisation);
    return { path: '/payee-accounts', body: newAccount() };
  },
  approvePayeeAccount: onPayeeAccount('approve'),
  rejectPayeeAccount: onPayeeAccount('reject', { note: 'Demo' }),
  withdrawPayeeAccount: onPayeeAccount('withdraw'),
  stopPayeeAccount: onPayeeAccount('stop', { note: 'Demo' }),

  submitReport: onReport('open', 'submit'),
  approveReport: onReport('submitted', 'approve'),
  requestReportCompletion: onReport('submitted', 'request-completion', staged('request-completion')),
  editReport: async ({ world, organisation }) => {
    const id = await world.stage.report('open', organisation);
    const content = completeReport({ year: YEAR, costs: 900_000, coFinancing: 90_000 });
    return edit(world.stage.people[`sokande.${organisation}`], `/reports/${id}`, content);
  },
  importAccounting: async ({ world, organisation }) => ({
    path: `/reports/${await world.stage.report('open', organisation)}/accounting`,
    file: books,
  }),
  adoptAccounting: async (place) => ({ path: `/accounting-imports/${(await imported(place)).id}/adopt` }),
  remapAccounting: async (place) => {
    const { id, recipient } = await imported(place);
    return edit(recipient, `/accounting-imports/${id}`, { mapping: { ...MAPPING, ignored: [] } });
  },
  acceptEvidence: onDemand('accept'),
  sendBackEvidence: onDemand('send-back', { body: { note: 'Demo' } }),
  answerEvidenceDemand: onDemand('answer', { file: { content: 'Demo', fields: {} } }),
  proposeThinning: onThinning('propose', { note: 'Demo' }),
  returnThinning: onThinning('return', { note: 'Demo' }),
  keepThinning: onThinning('keep', { note: 'Demo' }),
  approveThinning: onThinning('approve'),

  drawSample: () => ({ path: '/samples', body: { programmeCode: 'exempel-2025', year: YEAR, size: 1 } }),
  replaySample: async ({ world }) => {
    const { body } = await world.stage.people.revisor.get('/samples');
    return { path: `/samples/${body.items[0].id}/replay` };
  },

  createAppropriation: () => ({
    path: '/appropriations',
    body: { code: `egen-${unique()}`, name: 'Demo', year: YEAR, amount: 100, commitmentLimit: 0 },
  }),
  amendAppropriation: async (place) => ({
    path: `/appropriations/${(await appropriation(place)).id}/amendments`,
    body: { ...LETTER, amount: 200 },
  }),
  carryOver: ({ world }) => ({
    path: `/appropriations/${world.stage.appropriation.id}/carry-over`,
    body: { ...LETTER, amount: 1 },
  }),
  confirmYears: async (place) => ({
    path: `/appropriations/${(await appropriation(place)).id}/confirm-years`,
    body: {},
  }),
  createCall: ({ world }) => ({ path: '/calls', body: world.stage.newCall() }),
  publishCall: async ({ world }) => {
    const made = world.stage.people.handlaggare.post('/calls', { body: world.stage.newCall() });
    return { path: `/calls/${(await must(made, 201)).body.id}/publish` };
  },
  closeCall: async ({ world }) => ({ path: `/calls/${(await world.stage.openCall()).id}/close` }),
  simulateCall: ({ world }) => ({ path: `/calls/${world.stage.call.id}/simulate`, body: COST }),
  allocateCall: ({ world }) => ({ path: `/calls/${world.stage.call.id}/allocate`, body: COST }),
  recomputeEligibility: () => ({ path: '/eligibility-recomputations' }),
  recordReferenceRate: () => ({
    path: '/reference-rates',
    // Of the years that a date can have.
    body: { validFrom: `${2030 + (unique() % 900)}-01-01`, percent: 2.5, source: 'Demo' },
  }),

  orderExport: () => ({ path: '/exports', body: { kind: 'decisions', format: 'csv' } }),
  cancelExport: async ({ who }) => {
    const { body } = await must(who.post('/exports', { body: { kind: 'decisions', format: 'csv' } }), 202);
    return { method: 'DELETE', path: `/exports/${body.id}` };
  },
  retryExport: async ({ world, who }) => ({ path: `/exports/${await world.failedExport(who)}/retry` }),
  createExportSchedule: () => ({ path: '/export-schedules', body: schedule() }),
  editExportSchedule: async ({ who }) => {
    const { id } = (await must(who.post('/export-schedules', { body: schedule() }), 201)).body;
    return edit(who, `/export-schedules/${id}`, { title: 'Demo: ny' });
  },
  pauseExportSchedule: onSchedule('pause'),
  resumeExportSchedule: onSchedule('resume'),
  endExportSchedule: onSchedule('end'),

  uploadMeasureDataset: () => ({
    path: '/measure-datasets',
    file: { content: 'organisationCode,measure,year,value\n1280,inequalityIndex,2021,1\n', fields: DATASET },
  }),
  fetchMeasureDataset: () => ({
    path: '/measure-datasets/fetch',
    body: { ...DATASET, kolada: { kpis: ['N00001'], years: [2021] } },
  }),
  acceptMeasureDataset: async ({ world }) => ({ path: `/measure-datasets/${await world.dataset()}/accept` }),
  rejectMeasureDataset: async ({ world }) => ({
    path: `/measure-datasets/${await world.dataset()}/reject`,
    body: { reason: 'Demo' },
  }),

  createUser: () => ({ path: '/users', body: newUser() }),
  editUser: async (place) =>
    edit(place.world.stage.people.admin, `/users/${await user(place)}`, { name: 'Demo: ny' }),
  inviteUser: async (place) => ({ path: `/users/${await user(place)}/invite` }),
  ...accountCommands,
};

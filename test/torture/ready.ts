import { must, YEAR, type ApplicationState, type Organisation } from '../api/stage.js';
import type { DecisionStatus } from '#domain/decisions/decision.lifecycle';
import type { Answer, Any, Client } from '#testing';
import { newAccount, TODAY, unique, type World } from './world.js';

/** Where a command is made ready: for a recipient, and for who is to give it. */
export interface Place {
  world: World;
  organisation: Organisation;
  who: Client;
}

/** A request that may be sent now, once, by somebody of the right role. */
export interface Ready {
  /** Below `/api/v1`. */
  path: string;
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
  /** Sent as a form with these fields. */
  file?: { content: string; fields: Record<string, string> };
  ifMatch?: string;
  /** The case that it is about. */
  applicationId?: string;
}

export type Make = (place: Place) => Ready | Promise<Ready>;

export function give(who: Client, { path, method = 'POST', file, ...options }: Ready): Promise<Answer<Any>> {
  return file
    ? who.upload<Any>(path, file.content, file.fields)
    : who.send<Any>(method, path, { ...options });
}

export const onApplication =
  (state: ApplicationState, action: string, bodyOf: (place: Place) => unknown = () => undefined): Make =>
  async (place) => {
    const id = await place.world.stage.application(state, place.organisation);
    return { path: `/applications/${id}/${action}`, body: bodyOf(place), applicationId: id };
  };
export const staged =
  (action: string) =>
  ({ world }: Place): unknown =>
    world.stage.bodyOf(action);

export const onDecision =
  (state: DecisionStatus, action: string, bodyOf: (place: Place) => unknown): Make =>
  async (place) => {
    const { id, applicationId } = await place.world.stage.decision(state, place.organisation);
    return { path: `/decisions/${id}/${action}`, body: bodyOf(place), applicationId };
  };

export const onPayment =
  (action: string, body?: object): Make =>
  async ({ world, organisation }) => {
    const { payments, applicationId } = await world.stage.decision('approved', organisation);
    return { path: `/payments/${payments[0].id}/${action}`, body, applicationId };
  };

export const onReport =
  (state: 'open' | 'submitted', action: string, bodyOf: (place: Place) => unknown = () => undefined): Make =>
  async (place) => {
    const { stage } = place.world;
    const id = await stage.report(state, place.organisation);
    const { applicationId } = (await stage.people.handlaggare.get(`/reports/${id}`)).body;
    return { path: `/reports/${id}/${action}`, body: bodyOf(place), applicationId };
  };

export const onRecovery =
  (state: 'considered' | 'notified' | 'answered' | 'decided', action: string, bodyOf: () => object): Make =>
  async ({ world, organisation }) => {
    const { id, applicationId } = await world.recovery(state, organisation);
    return { path: `/recoveries/${id}/${action}`, body: bodyOf(), applicationId };
  };

export const onPayeeAccount =
  (action: string, body?: object): Make =>
  async ({ world, organisation }) => {
    const { people } = world.stage;
    await world.settleAccounts(organisation);
    const proposed = people[`firmatecknare.${organisation}`].post('/payee-accounts', { body: newAccount() });
    const { id } = (await must(proposed, 201)).body;
    if (action === 'stop') await must(people.ekonomi.post(`/payee-accounts/${id}/approve`), 200);
    return { path: `/payee-accounts/${id}/${action}`, body };
  };

export const BOOKS = `Datum;Konto;Belopp\n${YEAR}-01-31;5010;900000\n`;
export const MAPPING = { accounts: [{ from: '5', to: '5', kind: 'personnel' }] };
export const books = { content: BOOKS, fields: { mapping: JSON.stringify(MAPPING) } };

/** Booked rows that were read, and wait for being taken in. */
export async function imported({ world, organisation }: Place): Promise<{ id: string; recipient: Client }> {
  const recipient = world.stage.people[`sokande.${organisation}`];
  const report = await world.stage.report('open', organisation);
  const sent = recipient.upload<Any>(`/reports/${report}/accounting`, books.content, books.fields);
  return { id: (await must(sent, 201)).body.id, recipient };
}

export const onDemand =
  (action: 'accept' | 'answer' | 'send-back', more: Partial<Ready> = {}): Make =>
  async ({ world, organisation }) => {
    const report = await world.stage.proven(organisation);
    const { people } = world.stage;
    const { evidenceDemand, applicationId } = (
      await people[`sokande.${organisation}`].get(`/reports/${report}`)
    ).body;
    const path = `/evidence-demands/${evidenceDemand.id}`;
    if (action === 'answer')
      await must(people.handlaggare.post(`${path}/send-back`, { body: { note: 'Demo' } }), 200);
    return { path: `${path}/${action}`, applicationId, ...more };
  };

/** An edit at the version that its reader has. */
export async function edit(reader: Client, path: string, body: object): Promise<Ready> {
  const { headers } = await reader.get(path);
  return { method: 'PATCH', path, body, ifMatch: headers.get('etag')! };
}

export const schedule = () => ({
  title: 'Demo',
  kind: 'decisions',
  format: 'csv',
  recurrence: { every: 'year', month: 1, day: 31, at: '06:00', from: `${YEAR}-01-01` },
});
export const onSchedule =
  (action: string): Make =>
  async ({ who }) => {
    const { id } = (await must(who.post('/export-schedules', { body: schedule() }), 201)).body;
    if (action === 'resume') await must(who.post(`/export-schedules/${id}/pause`), 200);
    return { path: `/export-schedules/${id}/${action}` };
  };

export const newUser = () => ({
  name: 'Demo',
  email: `demo-${unique()}@medel.example`,
  roles: ['caseOfficer'],
});
export const user = async ({ world }: Place): Promise<string> =>
  (await must(world.stage.people.admin.post('/users', { body: newUser() }), 201)).body.id;

export const LETTER = { letterReference: 'Demo', decidedOn: TODAY, reason: 'Demo' };
export const DATASET = { kind: 'inequalityIndex', source: 'Demo', vintage: 'Demo' };
export const COST = { total: 1_000, year: YEAR, key: { measure: 'areaType12Share' } };
export const appropriation = async ({ world }: Place): Promise<Any> =>
  (
    await must(
      world.stage.people.ekonomi.post('/appropriations', {
        body: { code: `egen-${unique()}`, name: 'Demo', year: YEAR, amount: 100, commitmentLimit: 0 },
      }),
      201,
    )
  ).body;

export const onThinning =
  (action: string, body?: object): Make =>
  async ({ world, organisation }) => {
    const id = await world.thinning(action === 'return' || action === 'approve', organisation);
    return { path: `/thinnings/${id}/${action}`, body };
  };

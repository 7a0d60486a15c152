import type { DecisionStatus } from '#domain/decisions/decision.lifecycle';
import { completeForm, completeReport, type Any, type Client, type Medel } from '#testing';

export const YEAR = new Date().getFullYear();
/** No such thing: a version 7 id that nobody was given. */
export const NOWHERE = '01980000-0000-7000-8000-000000000000';

const PEOPLE = [
  'sokande.1275',
  'firmatecknare.1275',
  'sokande.annan',
  'firmatecknare.annan',
  'handlaggare',
  'handlaggare2',
  'beslut',
  'beslut2',
  'ekonomi',
  'revisor',
  'admin',
] as const;
export type Name = (typeof PEOPLE)[number];

/** One account of every role, as the access table names them. */
export const ACCOUNT_OF = {
  applicant: 'sokande.1275',
  signatory: 'firmatecknare.1275',
  caseOfficer: 'handlaggare',
  decisionMaker: 'beslut',
  financeOfficer: 'ekonomi',
  auditor: 'revisor',
  administrator: 'admin',
} as const satisfies Record<string, Name>;

/** `annan` is another municipality that the example programme reaches, with accounts of its own. */
export type Organisation = '1275' | 'annan';

export type ApplicationState =
  | 'draft'
  | 'submitted'
  | 'underAssessment'
  | 'completionRequested'
  | 'proposed'
  | 'decided'
  | 'discarded'
  | 'withdrawn';

const COMPLETION = { items: [{ text: 'Demo: hur följs målen upp?' }], dueOn: `${YEAR + 1}-12-31` };

/** People, money and an open call: brings a case to any state, by the same requests as anyone would send. */
export class Stage {
  readonly years: number[];
  call: Any;
  appropriation: Any;

  private constructor(
    readonly medel: Medel,
    readonly people: Record<Name, Client>,
    readonly code: string,
    span: number,
  ) {
    this.years = Array.from({ length: span }, (_, index) => YEAR + index);
  }

  static async set(
    medel: Medel,
    { code = 'prov', amount = 900_000_000, commitmentLimit = 900_000_000, span = 1 } = {},
  ): Promise<Stage> {
    await addOtherOrganisation(medel);
    const clients = await Promise.all(PEOPLE.map((name) => medel.as(name)));
    const people = Object.fromEntries(PEOPLE.map((name, index) => [name, clients[index]!]));
    const stage = new Stage(medel, people as Record<Name, Client>, code, span);
    const body = { code, name: 'Demo', year: YEAR, amount, commitmentLimit };
    stage.appropriation = (await must(people['ekonomi']!.post('/appropriations', { body }), 201)).body;
    stage.call = await stage.openCall();
    return stage;
  }

  newCall(changes: object = {}): Any {
    return {
      programmeCode: 'exempel-2025',
      title: 'Demo: prov',
      opensOn: `${YEAR}-01-01`,
      closesOn: `${YEAR}-12-31`,
      step: 'measures',
      years: this.years,
      budget: this.years.map((year) => ({ year, amount: 2_000_000 })),
      appropriationCode: this.code,
      ...changes,
    };
  }

  async openCall(changes: object = {}): Promise<Any> {
    const officer = this.people.handlaggare;
    const made = await must(officer.post('/calls', { body: this.newCall(changes) }), 201);
    return (await must(officer.post(`/calls/${made.body.id}/publish`), 200)).body;
  }

  form(changes: object = {}): Any {
    return { ...completeForm({ years: this.years }), ...changes };
  }

  proposal(changes: object = {}): Any {
    return {
      outcome: 'approve',
      years: this.years.map((year) => ({ year, amount: 800_000 })),
      reasons: 'Demo: uppfyller villkoren.',
      conditions: [],
      reportsDue: this.years.map((year, index) => ({
        kind: index === this.years.length - 1 ? 'final' : 'interim',
        year,
        dueOn: `${year + 1}-03-01`,
      })),
      ...changes,
    };
  }

  /** The id of a complete application, brought to where `state` says. */
  async application(state: ApplicationState, organisation: Organisation = '1275'): Promise<string> {
    const applicant = this.people[`sokande.${organisation}`];
    const signatory = this.people[`firmatecknare.${organisation}`];
    const { handlaggare, beslut } = this.people;
    const made = await must(applicant.post('/applications', { body: { callId: this.call.id } }), 201);
    const path = `/applications/${made.body.id}`;
    const act = (who: Client, action: string, body?: unknown) =>
      must(who.post(`${path}/${action}`, { body }), action === 'decision-proposals' ? 201 : 200);
    await must(applicant.edit(path, this.form()), 200);
    const done = made.body.id as string;
    if (state === 'draft') return done;
    if (state === 'discarded') return act(applicant, 'discard').then(() => done);
    await act(signatory, 'submit');
    if (state === 'submitted') return done;
    if (state === 'withdrawn') return act(signatory, 'withdraw').then(() => done);
    await act(handlaggare, 'start-assessment');
    if (state === 'underAssessment') return done;
    if (state === 'completionRequested')
      return act(handlaggare, 'request-completion', COMPLETION).then(() => done);
    const decision = await act(handlaggare, 'decision-proposals', this.proposal());
    if (state === 'decided') await must(beslut.post(`/decisions/${decision.body.id}/approve`), 200);
    return done;
  }

  async decision(state: DecisionStatus, organisation: Organisation = '1275'): Promise<Any> {
    const application = await this.application('proposed', organisation);
    const found = await this.people.beslut.get(`/decisions?applicationId=${application}`);
    const { id } = found.body.items[0];
    if (['approved', 'superseded', 'revoked'].includes(state))
      await must(this.people.beslut.post(`/decisions/${id}/approve`), 200);
    if (state === 'superseded') await this.amended(id);
    if (state === 'revoked')
      await must(this.people.beslut.post(`/decisions/${id}/revoke`, { body: this.bodyOf('revoke') }), 200);
    if (state === 'returned')
      await must(this.people.beslut.post(`/decisions/${id}/return`, { body: { note: 'Demo' } }), 200);
    return (await this.people.beslut.get(`/decisions/${id}`)).body;
  }

  /** The approved amendment of a decision: its first year lowered. */
  async amended(id: string, body: object = this.bodyOf('amend') as object): Promise<Any> {
    const made = await must(this.people.handlaggare.post(`/decisions/${id}/amend`, { body }), 201);
    return (await must(this.people.beslut.post(`/decisions/${made.body.id}/approve`), 200)).body;
  }

  /** The id of a report of the stage's first year. */
  async report(
    state: 'open' | 'submitted' | 'completionRequested' | 'approved',
    organisation: Organisation = '1275',
  ): Promise<string> {
    const decision = await this.decision('approved', organisation);
    const { id } = decision.reports[0];
    const path = `/reports/${id}`;
    await this.fillIn(id, organisation);
    if (state === 'open') return id;
    await must(this.people[`firmatecknare.${organisation}`].post(`${path}/submit`), 200);
    if (state === 'completionRequested')
      await must(this.people.handlaggare.post(`${path}/request-completion`, { body: COMPLETION }), 200);
    if (state === 'approved') await must(this.people.handlaggare.post(`${path}/approve`), 200);
    return id;
  }

  /** The id of a report with booked rows taken in, that was drawn in a sample and has proof sent. */
  async proven(organisation: Organisation = '1275'): Promise<string> {
    const id = await this.report('open', organisation);
    const applicant = this.people[`sokande.${organisation}`];
    const books = `Datum;Konto;Belopp\n${YEAR}-01-31;5010;900000\n`;
    const mapping = JSON.stringify({ accounts: [{ from: '5', to: '5', kind: 'personnel' }] });
    const { body } = await must(applicant.upload<Any>(`/reports/${id}/accounting`, books, { mapping }), 201);
    await must(applicant.post(`/accounting-imports/${body.id}/adopt`), 200);
    const draw = (size: number) =>
      this.people.revisor.post('/samples', { body: { programmeCode: 'exempel-2025', year: YEAR, size } });
    // All that there are, so that this one is among them.
    const { population } = (await draw(1_000)).body.findings[0].data;
    await must(draw(population), 201);
    const { evidenceDemand } = (await applicant.get(`/reports/${id}`)).body;
    await must(applicant.upload(`/evidence-demands/${evidenceDemand.id}/answer`, 'Demo', {}), 200);
    return id;
  }

  /** Fills in a report of the stage's first year, so that it may be submitted. */
  async fillIn(id: string, organisation: Organisation = '1275'): Promise<void> {
    const content = completeReport({ year: YEAR, costs: 900_000, coFinancing: 90_000 });
    await must(this.people[`sokande.${organisation}`].edit(`/reports/${id}`, content), 200);
  }

  async handIn(id: string): Promise<void> {
    await this.fillIn(id);
    await must(this.people['firmatecknare.1275'].post(`/reports/${id}/submit`), 200);
  }

  /** The body that an action takes, so that only the state stands in its way. */
  bodyOf(action: string): unknown {
    const bodies: Record<string, unknown> = {
      edit: { title: 'Demo: ändrad' },
      assign: { userId: NOWHERE },
      'request-completion': COMPLETION,
      'notify-delay': { reasons: 'Demo: många ansökningar.', expectedOn: `${YEAR + 1}-06-30` },
      'declare-conflict-of-interest': { interest: 'none' },
      assess: { criteria: [{ code: 'longTerm', score: 3, motive: 'Demo' }] },
      judge: { findingCode: 'purpose', outcome: 'met', motive: 'Demo: ändamålet är rätt.' },
      propose: this.proposal(),
      return: { note: 'Demo' },
      amend: { years: [{ year: YEAR, amount: 700_000 }], reasons: 'Demo: färre insatser.' },
      revoke: { grounds: ['conditionNotMet'], reasons: 'Demo: villkoret är inte uppfyllt.' },
      'confirm-year': { year: YEAR },
    };
    return bodies[action];
  }
}

/** Fails with the whole answer where the status is another. */
export async function must<T extends { status: number; body: unknown }>(
  answer: Promise<T>,
  status: number,
): Promise<T> {
  const got = await answer;
  if (got.status !== status)
    throw new Error(`Expected ${status}, got ${got.status}: ${JSON.stringify(got.body)}`);
  return got;
}

async function addOtherOrganisation({ owner }: Medel): Promise<void> {
  await owner.query(
    withEvents(`
    INSERT INTO users (id, version, person_id, email, name, password_hash, roles, organisation_id)
    SELECT gen_random_uuid(), 1, gen_random_uuid(), replace(u.email, '.1275@', '.annan@'), u.name, u.password_hash, u.roles, o.id
    FROM users u, (SELECT o.id FROM organisations o JOIN measure_values v ON v.organisation_id = o.id
      WHERE v.measure_code = 'areaType12Share' AND o.kind = 'municipality' AND o.code <> '1275'
      ORDER BY v.value DESC NULLS LAST, o.code DESC LIMIT 1) o
    WHERE u.email LIKE '%.1275@%' ON CONFLICT DO NOTHING`),
  );
}

/** Accounts that are made past the service, with the events that they owe. */
const withEvents = (made: string) => `WITH made AS (${made} RETURNING id, version)
  INSERT INTO audit_events (subject_type, subject_id, seq, action, actor_id, actor_person, at, data)
  SELECT 'user', id, version, 'create', '${NOWHERE}', '${NOWHERE}', now(), '{}' FROM made`;

/** A second account: of the same person as `name`, with the roles given. Signed in. */
export async function anotherAccount(medel: Medel, name: Name, roles: string[]): Promise<Client> {
  const account = `${name}.${roles.join('.')}`.toLowerCase();
  await medel.owner.query(
    withEvents(`INSERT INTO users (id, version, person_id, email, name, password_hash, roles)
     SELECT gen_random_uuid(), 1, person_id, $2, name, password_hash, $3 FROM users WHERE email = $1`),
    [`${name}@medel.example`, `${account}@medel.example`, roles],
  );
  return medel.as(account);
}

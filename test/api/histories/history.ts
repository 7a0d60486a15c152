import type { Answer, Any, Client, Medel, Random } from '#testing';
import { must, Stage, YEAR, type Name } from '../stage.js';
import {
  MoneyModel,
  type Fund,
  type ModelAppropriation,
  type ModelCase,
  type ModelPayment,
  type ModelRecovery,
} from './model.js';

/** A step drawn for where the history stands, with what must come of it. */
export interface Step {
  told: string;
  send: () => Promise<Answer<Any>>;
  /** `200`, or `409 budgetExceeded`. */
  expected: string;
  /** What the model makes of it, where it is legal. */
  apply?: (body: Any) => Promise<void> | void;
}

export type Draw = (history: History) => Promise<Step | null> | Step | null;

/** The years that may be granted: the year that has passed has its money, the others get it on the way. */
export const YEARS = [YEAR - 1, YEAR, YEAR + 1] as const;
/** Asked for a year, kronor. */
export const REQUESTED = 900_000;
const STEPS_OF_A_CODE = 150;
const FUNDS: readonly Fund[] = ['appropriation', 'commitmentLimit'];
const TODAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });

/** One history: the server, the model beside it, and the series that both are drawn from. */
export class History {
  readonly model = new MoneyModel(TODAY.format(new Date()));
  readonly told: string[] = [];
  /** How often each kind of step was taken, legal or not. */
  readonly counts: Record<string, number> = {};
  code = '';
  call: Any;
  decisions = 0;

  private constructor(
    readonly medel: Medel,
    readonly stage: Stage,
    readonly random: Random,
  ) {}

  static async begin(medel: Medel, random: Random): Promise<History> {
    const stage = await Stage.set(medel, { code: 'orörd' });
    const history = new History(medel, stage, random);
    for (const validFrom of [`${YEAR - 1}-07-01`, `${YEAR}-01-01`, `${YEAR}-07-01`]) {
      const body = { validFrom, percent: 2, source: 'Demo: påhittad ränta' };
      await must(stage.people.admin.post('/reference-rates', { body }), 201);
    }
    const account = { kind: 'iban', number: 'SE4550000000058398257466', reason: 'Demo' };
    const { body } = await must(
      stage.people['firmatecknare.annan'].post('/payee-accounts', { body: account }),
      201,
    );
    await must(stage.people.ekonomi.post(`/payee-accounts/${body.id}/approve`), 200);
    return history;
  }

  as(name: Name): Client {
    return this.stage.people[name];
  }

  get today(): string {
    return this.model.today;
  }

  pick<T>(from: readonly T[]): T | undefined {
    return from.length === 0 ? undefined : from[this.random.whole(0, from.length - 1)];
  }

  chance(percent: number): boolean {
    return this.random.whole(1, 100) <= percent;
  }

  /** A sum up to `most`: round, to the krona, or all of it. */
  amount(most: number): number {
    const kind = this.random.whole(1, 4);
    if (most < 2 || kind === 1) return most;
    return kind === 2 ? Math.ceil(most / 2) : this.random.whole(1, most);
  }

  /** A case that money still moves in, most often of the code that is open; of `statuses`, most often. */
  case(...statuses: ModelCase['status'][]): ModelCase | undefined {
    const recent = this.model.cases.slice(-40);
    const own = recent.filter((row) => row.code === this.code);
    const fitting = (this.chance(85) && own.length > 0 ? own : recent).filter(
      (row) => statuses.length === 0 || statuses.includes(row.status),
    );
    return this.pick(this.chance(92) && fitting.length > 0 ? fitting : recent);
  }

  payment(...statuses: ModelPayment['status'][]): ModelPayment | undefined {
    const recent = this.model.cases.slice(-40).flatMap((each) => each.payments);
    const fitting = recent.filter((row) => statuses.includes(row.status));
    return this.pick(this.chance(90) && fitting.length > 0 ? fitting : recent);
  }

  recovery(...statuses: ModelRecovery['status'][]): ModelRecovery | undefined {
    const recent = this.model.recoveries.slice(-30);
    const fitting = recent.filter((row) => statuses.includes(row.status));
    return this.pick(this.chance(90) && fitting.length > 0 ? fitting : recent);
  }

  appropriation(): ModelAppropriation {
    return this.pick(this.model.appropriations.filter((row) => row.code === this.code))!;
  }

  async run(steps: number, draws: readonly (readonly [number, Draw])[]): Promise<void> {
    const weights = draws.reduce((all, [weight]) => all + weight, 0);
    for (let taken = 0; taken < steps;) {
      const code = `prov-${Math.floor(taken / STEPS_OF_A_CODE) + 1}`;
      if (code !== this.code) await this.openCode(code);
      let at = this.random.whole(1, weights);
      const [, draw] = draws.find(([weight]) => (at -= weight) <= 0)!;
      const step = await draw(this);
      if (!step) continue;
      taken += 1;
      await this.take(step);
      if (taken % 100 === 0) await this.compareAll();
    }
    await this.compareAll();
  }

  private async take({ told, send, expected, apply }: Step): Promise<void> {
    this.told.push(`${told} → ${expected}`);
    const before = await this.fingerprint();
    const { status, body } = await send();
    const came = status < 400 ? `${status}` : `${status} ${body.code}`;
    if (came !== expected) throw new Error(`${came} ${JSON.stringify(body)}`);
    if (status < 400) await apply?.(body);
    else if ((await this.fingerprint()) !== before) throw new Error('A refused step has changed something');
    const kind = `${told.split(' ')[0]} ${came}`;
    this.counts[kind] = (this.counts[kind] ?? 0) + 1;
    await this.compareBalances(this.code);
  }

  /** Changes with every event, entry and message that is written. */
  private async fingerprint(): Promise<string> {
    const { rows } = await this.medel.owner.query(
      `SELECT (SELECT max(id) FROM audit_events) AS events, (SELECT max(id) FROM ledger_entries) AS entries,
         (SELECT max(id) FROM recovery_entries) AS claims, (SELECT count(*) FROM outbox_messages) AS messages,
         (SELECT count(*) FROM payment_settlements) AS notices`,
    );
    return JSON.stringify(rows[0]);
  }

  /** Another appropriation with a call of its own: the history goes on there, and now and then in what was before. */
  private async openCode(code: string): Promise<void> {
    this.code = code;
    await this.appropriate(YEARS[0], 3_000_000, 5_000_000);
    const changes = { appropriationCode: code, years: YEARS, budget: [] };
    this.call = await this.stage.openCall(changes);
  }

  async appropriate(year: number, amount: number, commitmentLimit: number): Promise<void> {
    const body = { code: this.code, name: 'Demo', year, amount, commitmentLimit };
    const made = await must(this.as('ekonomi').post('/appropriations', { body }), 201);
    this.addAppropriation(made.body.id, year, amount, commitmentLimit);
  }

  addAppropriation(id: string, year: number, amount: number, commitmentLimit: number): void {
    const allocated = { appropriation: amount, commitmentLimit };
    this.model.appropriations.push({ id, code: this.code, year, allocated });
  }

  private async compareBalances(code: string): Promise<void> {
    const { body } = await must(
      this.as('revisor').get<Any>(`/appropriations?code=${encodeURIComponent(code)}&limit=200`),
      200,
    );
    for (const carrier of this.model.appropriations.filter((row) => row.code === code)) {
      const shown = body.items.find((row: Any) => row.id === carrier.id);
      for (const fund of FUNDS)
        this.same(
          `${code} ${carrier.year} ${fund}`,
          pick(fund === 'appropriation' ? shown : shown.commitmentLimit),
          this.model.balances(carrier, fund),
        );
    }
  }

  /** Every balance, payment and claim of the whole history. */
  private async compareAll(): Promise<void> {
    for (const code of new Set(this.model.appropriations.map((row) => row.code)))
      await this.compareBalances(code);
    const payments = new Map((await this.all('/payments')).map((row) => [row.id, row]));
    for (const { id, of, year, ...payment } of this.model.payments) {
      const { status, amount, setOff, payOn } = payments.get(id) ?? {};
      const { status: s, amount: a, setOff: o, payOn: p } = payment;
      this.same(`payment ${year} of ${of.code}`, [status, amount, setOff, payOn], [s, a, o, p]);
    }
    this.same('payments', payments.size, this.model.payments.length);
    const claims = new Map((await this.all('/recoveries')).map((row) => [row.id, row]));
    for (const { id, ...row } of this.model.recoveries) {
      const { status, amount, years, balance } = claims.get(id) ?? {};
      const { charged, paid, setOff, writtenOff, principal, interest } = row;
      const isBooked = !['considered', 'notified', 'dropped'].includes(row.status);
      const booked = { claimed: row.amount, charged, paid, setOff, writtenOff, principal, interest };
      this.same(
        `recovery of ${row.of.code}`,
        [status, amount, years, balance],
        [row.status, row.amount, row.years, isBooked ? booked : null],
      );
    }
    this.same('recoveries', claims.size, this.model.recoveries.length);
  }

  private async all(path: string): Promise<Any[]> {
    const rows: Any[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Any = (await must(this.as('revisor').get(`${path}?limit=200${cursor}`), 200)).body;
      rows.push(...page.items);
      cursor = page.nextCursor === null ? null : `&cursor=${encodeURIComponent(page.nextCursor)}`;
    }
    return rows;
  }

  same(what: string, server: unknown, model: unknown): void {
    const [is, owed] = [JSON.stringify(sorted(server)), JSON.stringify(sorted(model))];
    if (is !== owed) throw new Error(`${what}: the server has ${is}, the model ${owed}`);
  }
}

const pick = ({ allocated, reserved, committed, paid, returned, available }: Any) => ({
  ...{ allocated, reserved, committed, paid, returned, available },
});

/** With the keys of objects in their order, at every depth. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, each]) => [key, sorted(each)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
};

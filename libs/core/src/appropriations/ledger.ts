import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { checkAppropriation, type Balances } from '#domain/appropriations/commitment-limit';
import type { MoneyMove } from '#domain/decisions/amendment-money';
import type { Finding } from '#domain/shared/finding';
import { sumKronor, type Kronor, type YearAmount } from '#domain/shared/money';
import { Clock } from '#platform/clock';
import { Database, sql, type Sql } from '#platform/database';
import { DomainError } from '#platform/errors';
import { newId } from '#platform/ids';
import { FundHolders, type Fund } from './fund-holders.js';

export type Account = 'source' | 'available' | 'reserved' | 'unpaid' | 'paid' | 'returned';

interface Move {
  fund: Fund;
  appropriationId: string;
  from: Account;
  to: Account;
  year: number;
  amount: Kronor;
}

/** What a ledger transaction is about. */
interface Act {
  act: string;
  subjectType: string;
  subjectId: string;
}

interface Appropriated {
  id: string;
  year: number;
}

/** For the year itself, and for promises about all later years together. Kronor. */
interface Sums {
  amount: Kronor;
  commitmentLimit: Kronor;
}

interface Subject {
  type: string;
  id: string;
}

/** As many as a person reads. */
const HOLDERS_TOLD = 50;

/**
 * Double entry over appropriations and commitment limits; entries are never changed. The database sums each transaction
 * to zero, keeps the balances and refuses one below zero, so that no krona is promised twice. Post it last in a
 * transaction: the appropriation's row is the one that everybody waits for.
 */
@Injectable()
export class Ledger {
  constructor(
    private readonly database: Database,
    private readonly holders: FundHolders,
    private readonly clock: Clock,
  ) {}

  allocate(actor: Actor, appropriation: Appropriated, sums: Sums): Promise<void> {
    const act = { act: 'allocate', subjectType: 'appropriation', subjectId: appropriation.id };
    return this.change(actor, act, appropriation, sums);
  }

  /** An amended letter raises a fund or, where the sum is below 0, lowers it. Kronor. */
  adjust(actor: Actor, amendmentId: string, appropriation: Appropriated, sums: Sums): Promise<void> {
    const act = { act: 'adjust', subjectType: 'appropriationAmendment', subjectId: amendmentId };
    return this.change(actor, act, appropriation, sums);
  }

  /** A proposal holds the money of its years. */
  async reserve(
    actor: Actor,
    decisionId: string,
    appropriation: Appropriated,
    years: readonly YearAmount[],
  ): Promise<void> {
    await this.refuseIfExceeded(appropriation, years, [appropriation]);
    await this.move(actor, 'reserve', decisionId, appropriation, years, 'available', 'reserved');
  }

  /** A returned proposal gives it back. */
  release(
    actor: Actor,
    decisionId: string,
    appropriation: Appropriated,
    years: readonly YearAmount[],
  ): Promise<void> {
    return this.move(actor, 'release', decisionId, appropriation, years, 'reserved', 'available');
  }

  /** An approved decision binds it. Posted with the transaction's end: balances read before it are from before. */
  commit(actor: Actor, decisionId: string, appropriation: Appropriated, years: readonly YearAmount[]): void {
    const about = { act: 'commit', subjectType: 'decision', subjectId: decisionId };
    const posting = this.posting(actor, about, moves(appropriation, years, 'reserved', 'unpaid'));
    if (posting) this.database.sendLast(posting);
  }

  /** A year whose money is now appropriated leaves the limit of the earlier appropriation for its own year's. */
  async confirm(
    actor: Actor,
    decisionId: string,
    earlier: Appropriated,
    own: Appropriated,
    { year, amount }: YearAmount,
  ): Promise<void> {
    await this.refuseIfExceeded(own, [{ year, amount }], [earlier, own]);
    await this.post(actor, { act: 'confirm', subjectType: 'decision', subjectId: decisionId }, [
      { fund: 'commitmentLimit', appropriationId: earlier.id, from: 'unpaid', to: 'available', year, amount },
      { fund: 'appropriation', appropriationId: own.id, from: 'available', to: 'unpaid', year, amount },
    ]);
  }

  /** A payment was executed: what was bound is paid. Kronor of one year; refused where its case has less unpaid. */
  pay(actor: Actor, decisionId: string, appropriation: Appropriated, year: YearAmount): Promise<void> {
    return this.move(actor, 'pay', decisionId, appropriation, [year], 'unpaid', 'paid');
  }

  /** A payment came back after it was executed: it is bound as before. Kronor; refused where its case has less paid. */
  unpay(actor: Actor, decisionId: string, appropriation: Appropriated, year: YearAmount): Promise<void> {
    return this.move(actor, 'unpay', decisionId, appropriation, [year], 'paid', 'unpaid');
  }

  /**
   * The recipient has repaid, in cash or by set-off. Kronor. The money goes back to the state: it is not available again,
   * and the case goes on counting it as paid out. `subject` is what it was repaid on, a recovery.
   */
  returned(actor: Actor, subject: Subject, appropriation: Appropriated, year: YearAmount): Promise<void> {
    const act = { act: 'return', subjectType: subject.type, subjectId: subject.id };
    return this.post(actor, act, moves(appropriation, [year], 'paid', 'returned'));
  }

  /** A set-off was taken back: it counts as paid out and not returned, as before. Kronor. */
  unreturned(actor: Actor, subject: Subject, appropriation: Appropriated, year: YearAmount): Promise<void> {
    const act = { act: 'unreturn', subjectType: subject.type, subjectId: subject.id };
    return this.post(actor, act, moves(appropriation, [year], 'returned', 'paid'));
  }

  /**
   * What was bound and never paid is available again: a decision amended or revoked, a year that lapsed. Kronor per
   * year; refused where its case has less unpaid.
   */
  free(
    actor: Actor,
    decisionId: string,
    appropriation: Appropriated,
    years: readonly YearAmount[],
  ): Promise<void> {
    return this.move(actor, 'free', decisionId, appropriation, years, 'unpaid', 'available');
  }

  /** What an amendment or a revocation moves, in one posting: what one year gives back, another may take. */
  async rearrange(
    actor: Actor,
    act: 'reserve' | 'release' | 'amend' | 'revoke',
    decisionId: string,
    asked: readonly MoneyMove[],
  ): Promise<void> {
    const appropriations = [
      ...new Map(asked.map(({ appropriation }) => [appropriation.id, appropriation])).values(),
    ];
    for (const { id, year } of appropriations) {
      const own = asked.filter((move) => move.appropriation.id === id);
      const taken = (rows: readonly MoneyMove[]) =>
        Math.max(0, sumKronor(rows.map((row) => (row.from === 'available' ? row.amount : -row.amount))));
      const years = [
        { year, amount: taken(own.filter((row) => row.year <= year)) },
        { year: year + 1, amount: taken(own.filter((row) => row.year > year)) },
      ];
      await this.refuseIfExceeded({ id, year }, years, appropriations);
    }
    const posted = asked.flatMap(({ appropriation, from, to, ...row }) =>
      moves(appropriation, [row], from, to),
    );
    await this.post(actor, { act, subjectType: 'decision', subjectId: decisionId }, posted);
  }

  /**
   * Told with the balances and with who holds the rest. The funds are locked before they are looked at, so that what is
   * told holds; the database has the last word all the same.
   */
  private async refuseIfExceeded(
    { id, year }: Appropriated,
    years: readonly YearAmount[],
    locked: readonly Appropriated[],
  ): Promise<void> {
    const funds = await this.holders.lock(locked.map((appropriation) => appropriation.id));
    const available = (fund: Fund) =>
      funds.find((row) => row.appropriationId === id && row.fund === fund)?.available ?? 0;
    const balances: Balances = {
      appropriation: { year, available: available('appropriation') },
      commitmentLimit: { available: available('commitmentLimit') },
    };
    const findings = checkAppropriation({ ...balances, years });
    if (findings.length === 0) return;
    const told: Finding[] = [];
    for (const finding of findings) {
      const holders = await this.holders.largest(id, finding.data.source as Fund, HOLDERS_TOLD);
      told.push({ ...finding, data: { ...finding.data, holders } });
    }
    throw new DomainError('budgetExceeded', findings[0]!.data, told);
  }

  private change(
    actor: Actor,
    act: Act,
    { id, year }: Appropriated,
    { amount, commitmentLimit }: Sums,
  ): Promise<void> {
    const move = (fund: Fund, sum: Kronor): Move => ({
      fund,
      appropriationId: id,
      from: sum > 0 ? 'source' : 'available',
      to: sum > 0 ? 'available' : 'source',
      year,
      amount: Math.abs(sum),
    });
    return this.post(actor, act, [move('appropriation', amount), move('commitmentLimit', commitmentLimit)]);
  }

  private move(
    actor: Actor,
    act: string,
    decisionId: string,
    appropriation: Appropriated,
    years: readonly YearAmount[],
    from: Account,
    to: Account,
  ): Promise<void> {
    const about = { act, subjectType: 'decision', subjectId: decisionId };
    return this.post(actor, about, moves(appropriation, years, from, to));
  }

  private async post(actor: Actor, act: Act, posted: readonly Move[]): Promise<void> {
    const posting = this.posting(actor, act, posted);
    if (posting) this.database.send(posting);
  }

  /** `null` where no money moves. */
  private posting(actor: Actor, { act, subjectType, subjectId }: Act, posted: readonly Move[]): Sql | null {
    const entries = posted
      .filter((move) => move.amount > 0)
      .flatMap(({ from, to, amount, ...rest }) => [
        { ...rest, account: from, amount: -amount },
        { ...rest, account: to, amount },
      ]);
    if (entries.length === 0) return null;
    const [id, today] = [newId(), this.clock.today()];
    return sql`WITH posting AS (
        INSERT INTO ledger_transactions (id, act, subject_type, subject_id, actor_id, day, posted_at)
        VALUES (${id}, ${act}, ${subjectType}, ${subjectId}, ${actor.userId}, ${today}, ${this.clock.now()}))
      INSERT INTO ledger_entries (transaction_id, day, appropriation_id, fund, account, year, amount)
      SELECT ${id}, ${today}, e."appropriationId", e.fund, e.account, e.year, e.amount
      FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
        AS e("appropriationId" uuid, fund text, account text, year integer, amount bigint)
      ORDER BY e."appropriationId", e.fund`;
  }
}

/** Up to its own year the appropriation pays; what is later is held by its commitment limit. */
function moves(
  appropriation: Appropriated,
  years: readonly YearAmount[],
  from: Account,
  to: Account,
): Move[] {
  return years.map(({ year, amount }) => {
    const fund = year <= appropriation.year ? 'appropriation' : 'commitmentLimit';
    return { fund, appropriationId: appropriation.id, from, to, year, amount };
  });
}

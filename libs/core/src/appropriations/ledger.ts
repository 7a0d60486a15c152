import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { checkAppropriation, type Balances } from '#domain/appropriations/commitment-limit';
import type { Kronor, YearAmount } from '#domain/shared/money';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { DomainError } from '#platform/errors';
import { newId } from '#platform/ids';

export type Fund = 'appropriation' | 'commitmentLimit';
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

/**
 * Double entry over appropriations and commitment limits; entries are never changed. The database sums each transaction
 * to zero, keeps the balances and refuses one below zero, so that no krona is promised twice. Post it last in a
 * transaction: the appropriation's row is the one that everybody waits for.
 */
@Injectable()
export class Ledger {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  allocate(
    actor: Actor,
    appropriation: Appropriated,
    sums: { amount: Kronor; commitmentLimit: Kronor },
  ): Promise<void> {
    const move = (fund: Fund, amount: Kronor): Move => ({
      fund,
      appropriationId: appropriation.id,
      from: 'source',
      to: 'available',
      year: appropriation.year,
      amount,
    });
    const act = { act: 'allocate', subjectType: 'appropriation', subjectId: appropriation.id };
    return this.post(actor, act, [
      move('appropriation', sums.amount),
      move('commitmentLimit', sums.commitmentLimit),
    ]);
  }

  /** A proposal holds the money of its years. */
  async reserve(
    actor: Actor,
    decisionId: string,
    appropriation: Appropriated,
    years: readonly YearAmount[],
  ): Promise<void> {
    await this.refuseIfExceeded(appropriation, years);
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

  /** An approved decision binds it. */
  commit(
    actor: Actor,
    decisionId: string,
    appropriation: Appropriated,
    years: readonly YearAmount[],
  ): Promise<void> {
    return this.move(actor, 'commit', decisionId, appropriation, years, 'reserved', 'unpaid');
  }

  /** A year whose money is now appropriated leaves the limit of the earlier appropriation for its own year's. */
  async confirm(
    actor: Actor,
    decisionId: string,
    earlier: Appropriated,
    own: Appropriated,
    { year, amount }: YearAmount,
  ): Promise<void> {
    await this.refuseIfExceeded(own, [{ year, amount }]);
    await this.post(actor, { act: 'confirm', subjectType: 'decision', subjectId: decisionId }, [
      { fund: 'commitmentLimit', appropriationId: earlier.id, from: 'unpaid', to: 'available', year, amount },
      { fund: 'appropriation', appropriationId: own.id, from: 'available', to: 'unpaid', year, amount },
    ]);
  }

  /** Told with the balances. The database has the last word, when another was quicker. */
  private async refuseIfExceeded({ id, year }: Appropriated, years: readonly YearAmount[]): Promise<void> {
    const funds = await this.database.execute<{ fund: Fund; available: Kronor }>(
      sql`SELECT fund, available FROM appropriation_funds WHERE appropriation_id = ${id}`,
    );
    const available = (fund: Fund) => funds.find((row) => row.fund === fund)?.available ?? 0;
    const balances: Balances = {
      appropriation: { year, available: available('appropriation') },
      commitmentLimit: { available: available('commitmentLimit') },
    };
    const findings = checkAppropriation({ ...balances, years });
    if (findings.length > 0) throw new DomainError('budgetExceeded', findings[0]!.data, findings);
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
    const moves = years.map(({ year, amount }): Move => {
      const fund = year <= appropriation.year ? 'appropriation' : 'commitmentLimit';
      return { fund, appropriationId: appropriation.id, from, to, year, amount };
    });
    return this.post(actor, { act, subjectType: 'decision', subjectId: decisionId }, moves);
  }

  private async post(
    actor: Actor,
    { act, subjectType, subjectId }: Act,
    moves: readonly Move[],
  ): Promise<void> {
    const entries = moves
      .filter((move) => move.amount > 0)
      .flatMap(({ from, to, amount, ...rest }) => [
        { ...rest, account: from, amount: -amount },
        { ...rest, account: to, amount },
      ]);
    if (entries.length === 0) return;
    const id = newId();
    await this.database.execute(
      sql`WITH posting AS (
          INSERT INTO ledger_transactions (id, act, subject_type, subject_id, actor_id, day, posted_at)
          VALUES (${id}, ${act}, ${subjectType}, ${subjectId}, ${actor.userId}, ${this.clock.today()}, ${this.clock.now()}))
        INSERT INTO ledger_entries (transaction_id, appropriation_id, fund, account, year, amount)
        SELECT ${id}, e."appropriationId", e.fund, e.account, e.year, e.amount
        FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
          AS e("appropriationId" uuid, fund text, account text, year integer, amount bigint)
        ORDER BY e."appropriationId", e.fund`,
    );
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { computePortions, type Portion } from '#domain/recoveries/instalment-plan';
import { computeInterest, DAY_COUNT, type Interest } from '#domain/recoveries/interest';
import { LATE_INTEREST } from '#domain/recoveries/reference-rates';
import type { RecoveryStatus } from '#domain/recoveries/recovery.lifecycle';
import type { LocalDate } from '#domain/shared/local-date';
import type { Kronor } from '#domain/shared/money';
import { Clock } from '#platform/clock';
import { Database, JsonText, sql } from '#platform/database';
import { NotFound } from '#platform/errors';
import { ReferenceRateRepository } from './reference-rate.repository.js';

interface Books {
  id: string;
  status: RecoveryStatus;
  instalments: Portion[];
  interestUntil: LocalDate | null;
  balance: { principal: Kronor; interest: Kronor } & Record<string, Kronor>;
  entries: Record<string, unknown>[];
}

/** By what terms it was reckoned. */
const TERMS = {
  dayCount: DAY_COUNT,
  pointsAbove: LATE_INTEREST.points / 100,
  act: LATE_INTEREST.act,
  section: LATE_INTEREST.section,
};

/** The books of a recovery as of a day: what was booked by then, and the interest that has run since it was charged. */
@Injectable()
export class RecoveryLedgerQueries {
  constructor(
    private readonly database: Database,
    private readonly rates: ReferenceRateRepository,
    private readonly clock: Clock,
  ) {}

  /** `asOf` may lie ahead: what is to be paid on that day. Of a day that has been, only what was booked is told. */
  async ledger(actor: Actor, id: string, asOf: LocalDate = this.clock.today()): Promise<JsonText> {
    const books = await this.books(actor, id, asOf);
    if (!books) throw new NotFound();
    const isRunning = ['decided', 'settling'].includes(books.status) && asOf >= this.clock.today();
    const running = isRunning ? await this.running(actor, books, asOf) : null;
    const owed = books.balance.principal + books.balance.interest + (running?.amount ?? 0);
    const { status, balance, entries } = books;
    return new JsonText(JSON.stringify({ id, status, asOf, balance, running, owed, entries }));
  }

  private async running(
    actor: Actor,
    { instalments, interestUntil, balance }: Books,
    to: LocalDate,
  ): Promise<Interest & typeof TERMS> {
    const interest = computeInterest({
      portions: computePortions(instalments, balance.principal),
      after: interestUntil,
      to,
      rates: await this.rates.all(actor),
    });
    return { ...interest, ...TERMS };
  }

  private books(actor: Actor, id: string, asOf: LocalDate): Promise<Books | undefined> {
    const sum = (act: string) => sql`coalesce(sum(p.amount) FILTER (WHERE p.act = ${act}), 0)::bigint`;
    const left = (part: string) => sql`(SELECT coalesce(sum(e.amount), 0)::bigint FROM recovery_entries e
      JOIN recovery_postings p ON p.id = e.posting_id WHERE p.recovery_id = r.id AND p.booked_on <= ${asOf} AND e.part = ${part})`;
    return this.database.readOne<Books>(
      actor,
      sql`SELECT r.id, r.status, r.instalments, r.interest_until AS "interestUntil",
          (SELECT json_build_object('claimed', ${sum('claim')}, 'charged', ${sum('interest')}, 'paid', ${sum('payment')},
              'setOff', ${sum('setOff')} - ${sum('undoSetOff')}, 'writtenOff', ${sum('writeOff')}, 'principal', ${left('principal')},
              'interest', ${left('interest')})
            FROM recovery_postings p WHERE p.recovery_id = r.id AND p.booked_on <= ${asOf}) AS balance,
          (SELECT coalesce(json_agg(json_build_object('id', e.id, 'postingId', p.id, 'act', p.act, 'part', e.part,
              'amount', e.amount, 'day', p.day, 'reference', p.reference, 'paymentId', p.payment_id,
              'bookedOn', p.booked_on, 'postedAt', audit_time(p.posted_at)) ORDER BY e.id), '[]')
            FROM recovery_entries e JOIN recovery_postings p ON p.id = e.posting_id
            WHERE p.recovery_id = r.id AND p.booked_on <= ${asOf}) AS entries
        FROM recoveries r WHERE r.id = ${id}`,
    );
  }
}

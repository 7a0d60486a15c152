import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { decisionYearLifecycle } from '#domain/decisions/decision-year.lifecycle';
import { decisionLifecycle } from '#domain/decisions/decision.lifecycle';
import type { Kronor } from '#domain/shared/money';
import { authorise } from '#core/access';
import { AppropriationRepository, Ledger } from '#core/appropriations';
import { InterestRepository } from '#core/assessments';
import { PaymentService } from '#core/payments';
import { ReportService } from '#core/reports';
import { Database, Transactional } from '#platform/database';
import { DomainError, NotFound, type Problem } from '#platform/errors';
import { Transition } from '#platform/transition';
import type { Finding } from '#domain/shared/finding';
import type { Decision } from './decision.entity.js';
import { DecisionRepository, type WaitingYear } from './decision.repository.js';
import { DecisionService } from './decision.service.js';

/** What became of a year that waited: confirmed, or why not. */
export interface YearOutcome extends WaitingYear {
  outcome: 'confirmed' | 'refused';
  code: string | null;
  data: Record<string, unknown>;
  findings: readonly (Finding | Problem)[];
}

/** Kronor of the years and how many they are. */
interface Sum {
  count: number;
  amount: Kronor;
}

export interface YearsConfirmed {
  appropriationId: string;
  year: number;
  items: YearOutcome[];
  confirmed: Sum;
  refused: Sum;
}

/** What becomes of the conditional years of decisions: all of a year at once when its money is there, or one that lapses. */
@Injectable()
export class DecisionYearService {
  constructor(
    private readonly database: Database,
    private readonly decisions: DecisionRepository,
    private readonly service: DecisionService,
    private readonly appropriations: AppropriationRepository,
    private readonly interests: InterestRepository,
    private readonly payments: PaymentService,
    private readonly reports: ReportService,
    private readonly ledger: Ledger,
    private readonly transition: Transition,
  ) {}

  /**
   * Every decision that waits for this appropriation's year, or those of `decisionIds` that do, the earliest decided
   * first: each is confirmed or refused for itself, and one refusal undoes nothing of another.
   */
  @Transactional()
  async confirmAll(
    actor: Actor,
    appropriationId: string,
    decisionIds: readonly string[] | null,
  ): Promise<YearsConfirmed> {
    authorise(actor, 'appropriation.confirm-years');
    const appropriation = await this.appropriations.findById(appropriationId);
    if (!appropriation) throw new NotFound();
    const { code, year } = appropriation;
    // All cases before any money: whoever has a case waits for money, never the other way round.
    await this.decisions.lockCasesWaiting(code, year);
    const waiting = await this.decisions.waiting(code, year);
    const items: YearOutcome[] = [];
    for (const row of waiting.filter(({ decisionId }) => decisionIds?.includes(decisionId) ?? true))
      items.push(await this.attempt(actor, row, year));
    const sum = (outcome: YearOutcome['outcome']): Sum => {
      const rows = items.filter((row) => row.outcome === outcome);
      return { count: rows.length, amount: rows.reduce((all, row) => all + row.amount, 0) };
    };
    return { appropriationId, year, items, confirmed: sum('confirmed'), refused: sum('refused') };
  }

  /** A conditional year that is not to be, for want of money or otherwise: what it bound is free, nothing of it is paid. */
  @Transactional()
  async lapse(actor: Actor, id: string, year: number, reason: string): Promise<Decision> {
    const { application, decision } = await this.decisions.getForUpdate(id);
    authorise(actor, 'decision.lapse-year', decision);
    await this.interests.refuse(actor, application.id);
    const row = (await this.decisions.yearsForUpdate(id)).find((each) => each.year === year);
    if (!row) throw new NotFound();
    const appropriation = await this.appropriations.get(row.appropriationId);
    const facts = { year, amount: row.amount, reason };
    await this.transition.apply(
      decisionYearLifecycle,
      row,
      'lapse',
      actor,
      { lapseReason: reason },
      { reason },
    );
    await this.transition.apply(decisionLifecycle, decision, 'lapse-year', actor, {}, facts);
    await this.payments.cancelYear(actor, row.id, { decisionId: id, reason });
    await this.reports.lapse(actor, id, year);
    await this.payments.advance(actor, id);
    await this.ledger.free(actor, id, appropriation, [{ year, amount: row.amount }]);
    return decision;
  }

  private async attempt(actor: Actor, row: WaitingYear, year: number): Promise<YearOutcome> {
    try {
      await this.database.attempt(() => this.service.confirmYear(actor, row.decisionId, year));
      return { ...row, outcome: 'confirmed', code: null, data: {}, findings: [] };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const { code, data, findings } = error;
      return { ...row, outcome: 'refused', code, data, findings };
    }
  }
}

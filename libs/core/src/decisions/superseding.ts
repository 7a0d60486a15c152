import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { checkStillAmendable } from '#domain/decisions/amendment';
import {
  computeAmendmentMoves,
  computeHold,
  letGoMoves,
  type CarriedYear,
} from '#domain/decisions/amendment-money';
import { decisionLifecycle } from '#domain/decisions/decision.lifecycle';
import type { YearAmount } from '#domain/shared/money';
import { Ledger } from '#core/appropriations';
import { PaymentService } from '#core/payments';
import { SetOffService } from '#core/recoveries';
import { ReportService } from '#core/reports';
import { refuseIf } from '#platform/errors';
import { Transition } from '#platform/transition';
import type { DecisionYear } from './decision-year.entity.js';
import type { Decision } from './decision.entity.js';
import { DecisionRepository } from './decision.repository.js';

/** What an amendment takes over from the decision that it supersedes. */
export interface Superseded {
  years: DecisionYear[];
  carried: CarriedYear[];
  taken: YearAmount[];
}

/** What follows when an amendment is approved or returned. The caller holds the case's lock, in a transaction. */
@Injectable()
export class Superseding {
  constructor(
    private readonly decisions: DecisionRepository,
    private readonly payments: PaymentService,
    private readonly setOffs: SetOffService,
    private readonly reports: ReportService,
    private readonly ledger: Ledger,
    private readonly transition: Transition,
  ) {}

  /** The earlier decision gives way, if the amendment still rests on what it was proposed on. */
  async supersede(actor: Actor, amendment: Decision): Promise<Superseded> {
    const earlier = await this.decisions.lock(amendment.amendsId!);
    const years = await this.decisions.yearsForUpdate(earlier.id);
    const taken = await this.payments.takenOfCase(amendment.applicationId);
    const { settled } = await this.reports.followedOf(amendment.applicationId);
    refuseIf(checkStillAmendable(amendment.difference!, { taken, settled, earlier: { years } }));
    const carried = await this.decisions.carriedYears(earlier.id);
    await this.transition.apply(
      decisionLifecycle,
      earlier,
      'supersede',
      actor,
      {},
      { decisionId: amendment.id },
    );
    return { years, carried, taken };
  }

  /** Years, payments and reports go on under the approved amendment, and the money follows: the appropriation's row last. */
  async takeOver(
    actor: Actor,
    amendment: Decision,
    { years, carried, taken }: Superseded,
    confirm: (year: DecisionYear, appropriationId: string) => Promise<void>,
  ): Promise<DecisionYear[]> {
    const proposed = await this.decisions.carriedYears(amendment.id);
    const hold = this.holdOf(amendment, proposed);
    const after = proposed.map((row) => ({
      ...row,
      appropriation: carried.find(({ year }) => year === row.year)?.appropriation ?? row.appropriation,
    }));
    const rows = await this.decisions.yearsForUpdate(amendment.id);
    for (const row of rows) {
      const { appropriation } = after.find(({ year }) => year === row.year)!;
      const earlier = years.find(({ year, status }) => year === row.year && status !== 'lapsed');
      const isFirm = earlier ? earlier.status === 'firm' : row.year <= appropriation.year;
      if (isFirm) await confirm(row, appropriation.id);
    }
    const told = { decisionId: amendment.id };
    await this.setOffs.undo(actor, amendment.applicationId, told);
    await this.payments.cancelWaiting(actor, amendment.applicationId, told);
    const decided = { ...amendment, decidedByPerson: amendment.decidedByPerson! };
    await this.payments.plan(actor, decided, rows, taken);
    await this.reports.replan(actor, amendment);
    await this.reports.openFirm(actor, amendment.id);
    await this.payments.advance(actor, amendment.id);
    const moves = computeAmendmentMoves(carried, after, hold);
    await this.ledger.rearrange(actor, 'amend', amendment.id, moves);
    return rows;
  }

  /** A returned amendment leaves the earlier decision in force, and lets go of what it held. */
  async letGo(actor: Actor, amendment: Decision): Promise<void> {
    const hold = this.holdOf(amendment, await this.decisions.carriedYears(amendment.id));
    await this.ledger.rearrange(actor, 'release', amendment.id, letGoMoves(hold));
  }

  /** What was held when the amendment was proposed: where its years then stood, against what it found. */
  private holdOf({ difference }: Decision, proposed: readonly CarriedYear[]): CarriedYear[] {
    const before = proposed.map((row) => ({
      ...row,
      amount: difference!.years.find(({ year }) => year === row.year)!.before,
    }));
    return computeHold(before, proposed);
  }
}

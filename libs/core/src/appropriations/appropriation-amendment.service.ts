import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import {
  checkAmendment,
  computeWhatGives,
  type FundChange,
  type FundName,
} from '#domain/appropriations/amendment';
import type { Finding } from '#domain/shared/finding';
import type { LocalDate } from '#domain/shared/local-date';
import type { Kronor } from '#domain/shared/money';
import { authorise } from '#core/access';
import { Clock } from '#platform/clock';
import { Transactional } from '#platform/database';
import { DomainError, Invalid, NotFound, type Problem } from '#platform/errors';
import { newId } from '#platform/ids';
import { Transition } from '#platform/transition';
import { AppropriationAmendment } from './appropriation-amendment.entity.js';
import { AppropriationRepository } from './appropriation.repository.js';
import { FundHolders } from './fund-holders.js';
import { Ledger } from './ledger.js';

export interface AmendedLetter {
  letterReference: string;
  decidedOn: LocalDate;
  reason: string;
  /** What the fund is to hold, kronor; left out where the letter leaves it as it is. */
  amount?: Kronor;
  commitmentLimit?: Kronor;
}

/** An appropriation raised or lowered during its year. Never below what is bound: then it is told what would have to give. */
@Injectable()
export class AppropriationAmendmentService {
  constructor(
    private readonly appropriations: AppropriationRepository,
    private readonly holders: FundHolders,
    private readonly ledger: Ledger,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  @Transactional()
  async amend(actor: Actor, id: string, letter: AmendedLetter): Promise<AppropriationAmendment> {
    authorise(actor, 'appropriation.amend');
    const appropriation = await this.appropriations.findById(id);
    if (!appropriation) throw new NotFound();
    const changes = await this.changesBy(id, letter);
    const problems = this.problemsOf(letter, changes);
    if (problems.length > 0) throw new Invalid(problems);
    await this.refuseBelowBound(id, checkAmendment(changes, appropriation.year));
    const [amount, limit] = changes as [FundChange, FundChange];
    const amendment = Object.assign(new AppropriationAmendment(), {
      id: newId(),
      appropriationId: id,
      number: (await this.appropriations.amendmentCount(id)) + 1,
      kind: 'letter' as const,
      letterReference: letter.letterReference,
      decidedOn: letter.decidedOn,
      reason: letter.reason,
      amountBefore: amount.before,
      amountAfter: amount.after,
      commitmentLimitBefore: limit.before,
      commitmentLimitAfter: limit.after,
      amendedBy: actor.userId,
      amendedAt: this.clock.now(),
    });
    const { number, letterReference, decidedOn, reason } = amendment;
    const facts = { appropriationId: id, number, letterReference, decidedOn, reason };
    const told = changes.map(({ source, before, after }) => [source, { before, after }]);
    await this.transition.create('appropriationAmendment', amendment, actor, {
      ...facts,
      ...(Object.fromEntries(told) as object),
    });
    await this.ledger.adjust(actor, amendment.id, appropriation, {
      amount: amount.after - amount.before,
      commitmentLimit: limit.after - limit.before,
    });
    return amendment;
  }

  /** Of the year's own fund and of the limit, with both locked. */
  private async changesBy(id: string, letter: AmendedLetter): Promise<FundChange[]> {
    const funds = await this.holders.lock([id]);
    const change = (source: FundName, wanted: Kronor | undefined): FundChange => {
      const { allocated, available } = funds.find(({ fund }) => fund === source)!;
      return { source, before: allocated, after: wanted ?? allocated, available };
    };
    return [change('appropriation', letter.amount), change('commitmentLimit', letter.commitmentLimit)];
  }

  private problemsOf({ decidedOn }: AmendedLetter, changes: readonly FundChange[]): Problem[] {
    const today = this.clock.today();
    return [
      ...(decidedOn > today ? [{ code: 'dateInTheFuture', path: 'decidedOn', data: { today } }] : []),
      ...(changes.every(({ before, after }) => before === after) ? [{ code: 'nothingAmended' }] : []),
    ];
  }

  private async refuseBelowBound(id: string, findings: readonly Finding[]): Promise<void> {
    if (findings.length === 0) return;
    const told: Finding[] = [];
    for (const finding of findings) {
      const holders = await this.holders.latest(id, finding.data.source as FundName);
      const given = computeWhatGives(finding.data.missing as Kronor, holders);
      told.push({ ...finding, data: { ...finding.data, ...given } });
    }
    throw new DomainError('budgetExceeded', findings[0]!.data, told);
  }
}

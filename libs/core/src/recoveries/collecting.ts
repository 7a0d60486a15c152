import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { computePortions } from '#domain/recoveries/instalment-plan';
import { computeInterest } from '#domain/recoveries/interest';
import { recoveryLifecycle } from '#domain/recoveries/recovery.lifecycle';
import { splitOverYears, type Owed } from '#domain/recoveries/repayment';
import type { LocalDate } from '#domain/shared/local-date';
import type { Kronor } from '#domain/shared/money';
import { authorise } from '#core/access';
import { Ledger } from '#core/appropriations';
import { InterestRepository } from '#core/assessments';
import { refuseIf } from '#platform/errors';
import { Transition } from '#platform/transition';
import { ReferenceRateRepository } from './reference-rate.repository.js';
import { RecoveryBooks } from './recovery-books.js';
import type { Recovery } from './recovery.entity.js';
import { RecoveryRepository } from './recovery.repository.js';

/** What every way of paying a claim has in common: interest to the day, money returned to its years, and the end. */
@Injectable()
export class Collecting {
  constructor(
    private readonly recoveries: RecoveryRepository,
    private readonly books: RecoveryBooks,
    private readonly rates: ReferenceRateRepository,
    private readonly interests: InterestRepository,
    private readonly ledger: Ledger,
    private readonly transition: Transition,
  ) {}

  /** The recovery, locked, for somebody who may do this to it now. */
  async open(
    actor: Actor,
    id: string,
    permission: 'recovery.register-payment' | 'recovery.set-off' | 'recovery.plan' | 'recovery.write-off',
  ): Promise<Recovery> {
    const recovery = await this.recoveries.getForUpdate(id);
    authorise(actor, permission, recovery);
    await this.interests.refuseForDecision(actor, recovery.decisionId);
    return recovery;
  }

  /** Charges interest to and including a day, and answers what is owed on it. A day before one charged for is refused. */
  async charge(actor: Actor, recovery: Recovery, to: LocalDate, path: string): Promise<Owed> {
    const { principal, interest } = await this.books.balance(recovery.id);
    const after = recovery.interestUntil;
    if (after !== null && to < after)
      refuseIf([
        { code: 'beforeInterest', outcome: 'notMet', citation: null, path, data: { day: to, after } },
      ]);
    const late = computeInterest({
      portions: computePortions(recovery.instalments, principal),
      after,
      to,
      rates: await this.rates.all(actor),
    });
    if (late.missing !== null) {
      const data = { validFrom: late.missing };
      refuseIf([{ code: 'referenceRateMissing', outcome: 'notMet', citation: null, path, data }]);
    }
    const charged = { principal: 0, interest: late.amount };
    await this.books.post(actor, recovery, { act: 'interest', parts: charged, day: to });
    if (late.periods.length > 0) recovery.interestUntil = to;
    return { principal, interest: interest + late.amount };
  }

  /** What was repaid is returned to its years, and a recovery of which nothing is owed is settled. The ledger comes last. */
  async finish(actor: Actor, recovery: Recovery, owed: Owed, paid: Owed): Promise<void> {
    const isPaid = owed.principal === paid.principal && owed.interest === paid.interest;
    if (isPaid) await this.transition.apply(recoveryLifecycle, recovery, 'settle', actor);
    // Interest is none of the appropriation's money.
    const before = (await this.books.repaidPrincipal(recovery.id)) - paid.principal;
    for (const { appropriation, ...part } of await this.yearsOf(recovery, before, paid.principal))
      await this.ledger.returned(actor, { type: 'recovery', id: recovery.id }, appropriation, part);
  }

  /** What was repaid last is owed again, and no longer returned. */
  async takeBack(actor: Actor, recovery: Recovery, principal: Kronor): Promise<void> {
    const before = await this.books.repaidPrincipal(recovery.id);
    for (const { appropriation, ...part } of await this.yearsOf(recovery, before, principal))
      await this.ledger.unreturned(actor, { type: 'recovery', id: recovery.id }, appropriation, part);
  }

  /** The years that a part of the principal is of, each with the appropriation that paid it. */
  private async yearsOf({ decisionId, years }: Recovery, before: Kronor, principal: Kronor) {
    const known = await this.recoveries.years(await this.recoveries.applicationOf(decisionId));
    return splitOverYears(years, before, principal).map((part) => ({
      ...part,
      appropriation: known.find((row) => row.year === part.year)!.appropriation,
    }));
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { checkCarryOver, checkUnused } from '#domain/appropriations/carry-over';
import { findProgramme } from '#domain/regulations/index';
import type { LocalDate } from '#domain/shared/local-date';
import { isKronor, MAX_KRONOR, type Kronor } from '#domain/shared/money';
import { authorise } from '#core/access';
import { Clock } from '#platform/clock';
import { Transactional } from '#platform/database';
import { DomainError, Invalid, NotFound, refuseIf } from '#platform/errors';
import { newId } from '#platform/ids';
import { Transition } from '#platform/transition';
import { AppropriationAmendment } from './appropriation-amendment.entity.js';
import type { Appropriation } from './appropriation.entity.js';
import { AppropriationRepository } from './appropriation.repository.js';
import { FundHolders } from './fund-holders.js';
import { Ledger } from './ledger.js';

export interface CarriedMoney {
  amount: Kronor;
  letterReference: string;
  decidedOn: LocalDate;
  reason: string;
}

type Funds = Awaited<ReturnType<FundHolders['lock']>>;

const allocatedOf = (funds: Funds, id: string, fund: string): Kronor =>
  funds.find((row) => row.appropriationId === id && row.fund === fund)!.allocated;

/** Money that nobody holds goes from a year's appropriation to the next year's, where the programmes allow it. */
@Injectable()
export class CarryOverService {
  constructor(
    private readonly appropriations: AppropriationRepository,
    private readonly holders: FundHolders,
    private readonly ledger: Ledger,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  /** Answers what it made of the year that gives; the next year has an amendment of its own. */
  @Transactional()
  async carryOver(actor: Actor, id: string, carried: CarriedMoney): Promise<AppropriationAmendment> {
    authorise(actor, 'appropriation.carry-over');
    const from = await this.appropriations.findById(id);
    if (!from) throw new NotFound();
    this.refuseInvalid(carried);
    const to = await this.appropriations.find(from.code, from.year + 1);
    const codes = await this.appropriations.programmesOf(from.code);
    const programmes = codes.map((code) => findProgramme(code)!);
    refuseIf(checkCarryOver({ appropriation: from, programmes, isNextAppropriated: to !== null }));
    const funds = await this.holders.lock([from.id, to!.id]);
    const { available } = funds.find((row) => row.appropriationId === id && row.fund === 'appropriation')!;
    const unused = checkUnused({ year: from.year, available, amount: carried.amount });
    if (unused.length > 0) throw new DomainError('budgetExceeded', unused[0]!.data, unused);
    const at = this.clock.now();
    this.refuseAboveMost(to!, carried.amount, funds);
    const lowered = await this.amend(actor, from, to!, -carried.amount, { ...carried, at }, funds);
    await this.amend(actor, to!, from, carried.amount, { ...carried, at }, funds);
    return lowered;
  }

  private refuseInvalid({ amount, decidedOn }: CarriedMoney): void {
    const today = this.clock.today();
    const problems = [
      ...(amount === 0 ? [{ code: 'nothingToCarry', path: 'amount' }] : []),
      ...(decidedOn > today ? [{ code: 'dateInTheFuture', path: 'decidedOn', data: { today } }] : []),
    ];
    if (problems.length > 0) throw new Invalid(problems);
  }

  /** What a year may be appropriated by a letter, it may not be brought above by what is carried. */
  private refuseAboveMost({ id, year }: Appropriation, amount: Kronor, funds: Funds): void {
    const sum = allocatedOf(funds, id, 'appropriation') + amount;
    if (!isKronor(sum))
      throw new Invalid([{ code: 'carriedAboveMost', path: 'amount', data: { year, sum, max: MAX_KRONOR } }]);
  }

  private async amend(
    actor: Actor,
    { id, year }: Appropriation,
    counterpart: Appropriation,
    change: Kronor,
    { letterReference, decidedOn, reason, at }: CarriedMoney & { at: Date },
    funds: Funds,
  ): Promise<AppropriationAmendment> {
    const [amount, limit] = [
      allocatedOf(funds, id, 'appropriation'),
      allocatedOf(funds, id, 'commitmentLimit'),
    ];
    const amendment = Object.assign(new AppropriationAmendment(), {
      id: newId(),
      appropriationId: id,
      number: (await this.appropriations.amendmentCount(id)) + 1,
      kind: 'carryOver' as const,
      counterpartId: counterpart.id,
      letterReference,
      decidedOn,
      reason,
      amountBefore: amount,
      amountAfter: amount + change,
      commitmentLimitBefore: limit,
      commitmentLimitAfter: limit,
      amendedBy: actor.userId,
      amendedAt: at,
    });
    const facts = { appropriationId: id, counterpartId: counterpart.id, letterReference, decidedOn, reason };
    const told = { ...facts, appropriation: { before: amount, after: amount + change } };
    await this.transition.create('appropriationAmendment', amendment, actor, told);
    await this.ledger.adjust(actor, amendment.id, { id, year }, { amount: change, commitmentLimit: 0 });
    return amendment;
  }
}

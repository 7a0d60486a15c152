import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import {
  FIRST_RECORDED_HALF_YEAR,
  isHalfYear,
  LATE_INTEREST,
  type ReferenceRate,
} from '#domain/recoveries/reference-rates';
import type { LocalDate } from '#domain/shared/local-date';
import { authorise } from '#core/access';
import { Clock } from '#platform/clock';
import { JsonText, Transactional, type Scope } from '#platform/database';
import { Invalid, type Problem } from '#platform/errors';
import { newId } from '#platform/ids';
import { Transition } from '#platform/transition';
import { RecordedReferenceRate } from './reference-rate.entity.js';
import { ReferenceRateRepository } from './reference-rate.repository.js';

export interface NewReferenceRate {
  validFrom: LocalDate;
  /** Percent, in halves. */
  percent: number;
  source: string;
}

/** The reference rates of räntelagen: a later half-year's is recorded with its source when Riksbanken has fixed it. */
@Injectable()
export class ReferenceRateService {
  constructor(
    private readonly rates: ReferenceRateRepository,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  async list(scope: Scope): Promise<JsonText> {
    const items = (await this.rates.all(scope)).toReversed().map(show);
    return new JsonText(JSON.stringify({ items, nextCursor: null, total: items.length }));
  }

  /** A half-year is recorded once: a second one is a conflict. */
  @Transactional()
  async record(actor: Actor, { validFrom, percent, source }: NewReferenceRate): Promise<JsonText> {
    authorise(actor, 'referenceRate.create');
    const problems: Problem[] = [
      ...(isHalfYear(validFrom) ? [] : [{ code: 'notHalfYear', path: 'validFrom' }]),
      ...(validFrom >= FIRST_RECORDED_HALF_YEAR
        ? []
        : [{ code: 'rateKnown', path: 'validFrom', data: { first: FIRST_RECORDED_HALF_YEAR } }]),
      ...(Number.isInteger(percent * 2) ? [] : [{ code: 'notHalfPercent', path: 'percent' }]),
    ];
    if (problems.length > 0) throw new Invalid(problems);
    const rate = { validFrom, hundredths: percent * 100, source };
    const recorded = Object.assign(new RecordedReferenceRate(), rate, {
      id: newId(),
      recordedBy: actor.userId,
      recordedAt: this.clock.now(),
    });
    await this.transition.create('referenceRate', recorded, actor, rate);
    return new JsonText(JSON.stringify(show(rate)), 1);
  }
}

function show({ validFrom, hundredths, source }: ReferenceRate) {
  return {
    validFrom,
    percent: hundredths / 100,
    lateInterestPercent: (hundredths + LATE_INTEREST.points) / 100,
    source,
  };
}

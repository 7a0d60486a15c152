import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { callLifecycle } from '#domain/calls/call.lifecycle';
import { findProgramme, wordingForCall, type Step, type Wording } from '#domain/regulations/index';
import { yearOf, type LocalDate } from '#domain/shared/local-date';
import type { YearAmount } from '#domain/shared/money';
import { authorise } from '#core/access';
import { AppropriationRepository } from '#core/appropriations';
import { Clock } from '#platform/clock';
import { Transactional } from '#platform/database';
import { Invalid, type Problem } from '#platform/errors';
import { newId } from '#platform/ids';
import { Transition } from '#platform/transition';
import { Call } from './call.entity.js';
import { CallRepository } from './call.repository.js';

export interface NewCall {
  programmeCode: string;
  title: string;
  opensOn: LocalDate;
  /** Inclusive. */
  closesOn: LocalDate;
  step: Step | null;
  years: number[];
  budget: YearAmount[];
  appropriationCode: string;
}

@Injectable()
export class CallService {
  constructor(
    private readonly calls: CallRepository,
    private readonly appropriations: AppropriationRepository,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  @Transactional()
  async create(actor: Actor, input: NewCall): Promise<Call> {
    authorise(actor, 'call.create');
    const programme = findProgramme(input.programmeCode);
    const wording = programme && wordingForCall(programme, input.opensOn);
    const isAppropriated = await this.appropriations.exists(input.appropriationCode);
    const problems = checkCall(input, programme !== undefined, wording, isAppropriated);
    if (problems.length > 0 || !wording) throw new Invalid(problems);
    const { budget, ...rest } = input;
    const call = Object.assign(new Call(), rest, {
      id: newId(),
      wordingFrom: wording.validFrom,
      years: input.years.toSorted((a, b) => a - b),
      createdAt: this.clock.now(),
    });
    await this.transition.create(callLifecycle, call, actor, {
      programmeCode: call.programmeCode,
      wordingFrom: call.wordingFrom,
    });
    await this.calls.insertBudget(call.id, budget);
    return call;
  }

  @Transactional()
  async publish(actor: Actor, id: string): Promise<Call> {
    const call = await this.calls.getForUpdate(id);
    authorise(actor, 'call.publish', call);
    return this.transition.apply(callLifecycle, call, 'publish', actor);
  }

  @Transactional()
  async close(actor: Actor, id: string): Promise<Call> {
    const call = await this.calls.getForUpdate(id);
    authorise(actor, 'call.close', call);
    return this.transition.apply(callLifecycle, call, 'close', actor);
  }
}

/** What would make a call that nobody could apply to or grant from. */
function checkCall(
  { opensOn, closesOn, years, budget }: NewCall,
  isProgramme: boolean,
  wording: Wording | undefined,
  isAppropriated: boolean,
): Problem[] {
  const early = years.filter((year) => wording && year < yearOf(wording.validFrom));
  const maxYears = wording?.rules.find((rule) => rule.kind === 'maxYears')?.parameters.years;
  const outside = budget.findIndex((row) => !years.includes(row.year));
  return [
    ...(isProgramme ? [] : [{ code: 'unknownProgramme', path: 'programmeCode' }]),
    ...(isProgramme && !wording ? [{ code: 'noWordingInForce', path: 'opensOn', data: { opensOn } }] : []),
    ...(isAppropriated ? [] : [{ code: 'unknownAppropriation', path: 'appropriationCode' }]),
    ...(closesOn < opensOn ? [{ code: 'closesBeforeItOpens', path: 'closesOn', data: { opensOn } }] : []),
    ...(early.length > 0
      ? [
          {
            code: 'yearBeforeWording',
            path: 'years',
            data: { years: early, wordingFrom: wording?.validFrom },
          },
        ]
      : []),
    ...(maxYears !== undefined && years.length > maxYears
      ? [{ code: 'tooManyYears', path: 'years', data: { maxYears } }]
      : []),
    ...(outside >= 0
      ? [{ code: 'outsideCallYears', path: `budget[${outside}].year`, data: { callYears: years } }]
      : []),
  ];
}

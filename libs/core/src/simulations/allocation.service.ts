import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { checkRecipients } from '#domain/applications/eligibility';
import { multiplyExactly } from '#domain/decisions/exact-weights';
import { RECIPIENT_KINDS, type Wording } from '#domain/regulations/index';
import { computeVerdict, type Finding, type Verdict } from '#domain/shared/finding';
import { authorise } from '#core/access';
import { wordingOf } from '#core/applications';
import { CallRepository } from '#core/calls';
import { VintageQueries } from '#core/measures';
import { measuresOf } from '#core/programmes';
import { Clock } from '#platform/clock';
import { Invalid, NotFound, refuseIf } from '#platform/errors';
import { checkDay, checkKey } from './check-asked.js';
import { distribute, type Distribution } from './distribution.js';
import { RecipientQueries, type Recipient } from './recipient.queries.js';
import { refOf, showLeftOut, showValues } from './show-simulation.js';
import type { Among, AskedAllocation } from './simulation.js';

/** A sum shared among a call's recipients by a measure. A proposal: nothing is written. */
@Injectable()
export class AllocationService {
  constructor(
    private readonly calls: CallRepository,
    private readonly recipients: RecipientQueries,
    private readonly vintages: VintageQueries,
    private readonly clock: Clock,
  ) {}

  async allocate(actor: Actor, callId: string, asked: AskedAllocation) {
    authorise(actor, 'call.allocate');
    const call = await this.calls.find(actor, callId);
    if (!call) throw new NotFound();
    const { total, year, key, among, asOf } = asked;
    const problems = [...checkKey(key), ...checkDay(asOf, this.clock.today())];
    if (problems.length > 0) throw new Invalid(problems);
    const judged = await this.judge(actor, wordingOf(call), asOf);
    const chosen = judged.filter(({ verdict }) => isAmong(verdict, among)).map(({ recipient }) => recipient);
    const found = await this.vintages.facts(actor, [key.measure], { notAfter: year, asOf });
    const values = found[key.measure];
    const distribution = distribute({ total, year, key }, chosen, values);
    refuseIf(chosen.length === 0 && total > 0 ? [nobody(judged, total)] : distribution.findings);
    return {
      callId: call.id,
      items: showItems(distribution, chosen),
      total: distribution.total,
      year,
      key,
      among,
      values: showValues(values),
      leftOut: among === 'all' ? [] : showLeftOut(distribution.leftOut),
    };
  }

  /** By the call's own rules, on the values that answered on the day. */
  private async judge(actor: Actor, wording: Wording, asOf: AskedAllocation['asOf']) {
    const recipients = await this.recipients.ofKinds(actor, RECIPIENT_KINDS);
    const measures = await this.vintages.facts(actor, measuresOf(wording), { asOf });
    return checkRecipients(recipients, measures, wording).map(({ recipient, findings }) => ({
      recipient,
      verdict: computeVerdict(findings),
    }));
  }
}

function isAmong(verdict: Verdict, among: Among): boolean {
  if (among === 'all') return true;
  return verdict === 'eligible' || (among === 'notExcluded' && verdict === 'needsJudgement');
}

function nobody(judged: readonly { verdict: Verdict }[], total: number): Finding {
  const needJudgement = judged.filter(({ verdict }) => verdict === 'needsJudgement').length;
  return {
    code: 'allocationNobody',
    outcome: 'notMet',
    citation: null,
    data: { total, needJudgement },
  };
}

function showItems({ items }: Distribution, recipients: readonly Recipient[]) {
  const byCode = new Map(recipients.map((recipient) => [recipient.code, recipient]));
  return items.map(({ code, weight, count = 1, amount }) => ({
    organisation: refOf(byCode.get(code)!),
    value: weight,
    population: count,
    weight: multiplyExactly(weight, count),
    amount,
  }));
}

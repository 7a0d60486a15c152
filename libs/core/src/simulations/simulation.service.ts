import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import type { MeasuresByCode } from '#domain/applications/facts';
import { changeMeasureRules, simulate, type Simulated } from '#domain/calls/simulation';
import { computeTotalAtRate } from '#domain/decisions/allocation-rate';
import { RECIPIENT_KINDS, type RecipientKind, type Wording } from '#domain/regulations/index';
import { authorise } from '#core/access';
import { wordingOf } from '#core/applications';
import { CallRepository, type Call } from '#core/calls';
import { VintageQueries } from '#core/measures';
import { measuresOf } from '#core/programmes';
import { Clock } from '#platform/clock';
import { Invalid, NotFound, type Problem } from '#platform/errors';
import { checkAsked } from './check-asked.js';
import { distribute, type ComparedDistribution } from './distribution.js';
import { RecipientQueries, type Recipient } from './recipient.queries.js';
import { showSimulation } from './show-simulation.js';
import type { AskedSimulation } from './simulation.js';

/** What a call would come to by other thresholds or other values. Reads, and writes nothing. */
@Injectable()
export class SimulationService {
  constructor(
    private readonly calls: CallRepository,
    private readonly recipients: RecipientQueries,
    private readonly vintages: VintageQueries,
    private readonly clock: Clock,
  ) {}

  async simulate(actor: Actor, callId: string, asked: AskedSimulation) {
    authorise(actor, 'call.simulate');
    const call = await this.find(actor, callId);
    const wording = wordingOf(call);
    const changed = changeMeasureRules(wording, asked);
    const problems = [
      ...checkAsked(asked, wording, this.clock.today()),
      ...(await this.checkDataset(actor, asked, changed)),
    ];
    if (problems.length > 0) throw new Invalid(problems);
    const [recipients, today, other] = await Promise.all([
      this.recipients.ofKinds(actor, asked.kinds ?? kindsOf(wording)),
      this.vintages.facts(actor, measuresOf(wording), {}),
      this.values(actor, changed, asked),
    ]);
    const before = { wording, measures: today };
    const after = { wording: changed, measures: other };
    const judged = simulate(recipients, before, after);
    const distribution = await this.distribute(actor, asked, judged);
    return showSimulation({ call, before, after, judged }, distribution);
  }

  private async find(actor: Actor, id: string): Promise<Call> {
    const call = await this.calls.find(actor, id);
    if (!call) throw new NotFound();
    return call;
  }

  private values(
    actor: Actor,
    wording: Wording,
    { measureYear: year, asOf, datasetId }: AskedSimulation,
  ): Promise<MeasuresByCode> {
    return this.vintages.facts(actor, measuresOf(wording), { year, asOf, datasetId });
  }

  private async checkDataset(
    actor: Actor,
    { datasetId, key }: AskedSimulation,
    wording: Wording,
  ): Promise<Problem[]> {
    if (datasetId === undefined) return [];
    const measures = [...measuresOf(wording), ...(key ? [key.measure] : [])];
    const isThere = await this.vintages.hasAny(actor, datasetId, measures);
    return isThere ? [] : [{ code: 'unknownDataset', path: 'datasetId' }];
  }

  private async distribute(
    actor: Actor,
    { total, year, key, measureYear, asOf, datasetId }: AskedSimulation,
    judged: readonly Simulated<Recipient>[],
  ): Promise<ComparedDistribution | null> {
    if (total === undefined || year === undefined || key === undefined) return null;
    const vintage = measureYear === undefined ? { notAfter: year } : { year: measureYear };
    const found = await this.vintages.facts(actor, [key.measure], { ...vintage, asOf, datasetId });
    const values = found[key.measure];
    const among = (time: 'before' | 'after') =>
      distribute({ total, year, key }, eligible(judged, time), values);
    const shared = { before: among('before'), after: among('after') };
    const totalAtTodaysRate = computeTotalAtRate(shared.before, shared.after.weights, key);
    return { total, year, key, values, ...shared, totalAtTodaysRate };
  }
}

function eligible(judged: readonly Simulated<Recipient>[], time: 'before' | 'after'): Recipient[] {
  return judged.filter((each) => each[time].verdict === 'eligible').map(({ recipient }) => recipient);
}

/** The kinds that the wording lets apply; all of them where it does not say. */
export function kindsOf(wording: Wording): readonly RecipientKind[] {
  const rule = wording.rules.find((each) => each.kind === 'recipientKind');
  return rule?.parameters.kinds ?? RECIPIENT_KINDS;
}

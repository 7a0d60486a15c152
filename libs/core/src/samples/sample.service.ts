import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { findProgramme } from '#domain/regulations/index';
import { PROOFS, type Proof } from '#domain/reports/evidence-demand';
import { drawSample } from '#domain/samples/draw';
import { computeRiskScore, DEFAULT_WEIGHTS, type RiskWeights } from '#domain/samples/risk';
import type { Finding } from '#domain/shared/finding';
import { authorise } from '#core/access';
import { CallRepository } from '#core/calls';
import { EvidenceService } from '#core/reports';
import { Clock } from '#platform/clock';
import { Transactional } from '#platform/database';
import { Conflict, Invalid, NotFound, refuseIf, type Problem } from '#platform/errors';
import { newId } from '#platform/ids';
import { Transition } from '#platform/transition';
import { riskOf } from './risk-of.js';
import type { SampleMember } from './sample-member.entity.js';
import { Sample } from './sample.entity.js';
import { SampleRepository } from './sample.repository.js';

export interface AskedSample {
  callId?: string | undefined;
  programmeCode?: string | undefined;
  year: number;
  size: number;
  seed?: string | undefined;
  weights?: Partial<RiskWeights> | undefined;
  proofs?: Proof[] | undefined;
}

@Injectable()
export class SampleService {
  constructor(
    private readonly samples: SampleRepository,
    private readonly calls: CallRepository,
    private readonly evidence: EvidenceService,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  /** Draws among the reports of a year, likelier where the risk is higher, and asks proof of those that are drawn. */
  @Transactional()
  async draw(actor: Actor, asked: AskedSample): Promise<Sample> {
    authorise(actor, 'sample.create');
    const { callId = null, programmeCode = null, year, size, seed, proofs = [...PROOFS] } = asked;
    const problems = await this.check(actor, { callId, programmeCode });
    if (problems.length > 0) throw new Invalid(problems);
    const reports = await this.samples.drawable({ callId, programmeCode, year }, this.clock.today());
    refuseIf(checkSize(size, reports.length));

    const weights = { ...DEFAULT_WEIGHTS, ...asked.weights };
    const sample = Object.assign(new Sample(), {
      id: newId(),
      ...{ callId, programmeCode, year, size, weights, proofs },
      population: reports.length,
      seed: seed ?? newId(),
      seedChosen: seed !== undefined,
      drawnBy: actor.userId,
      drawnAt: this.clock.now(),
    });
    const parts = riskOf(reports);
    const candidates = reports.map(({ id }, index) => ({
      id,
      score: computeRiskScore(parts[index]!, weights),
    }));
    const drawn = drawSample(candidates, size, sample.seed);
    const chosen = drawn.flatMap(({ id, isDrawn }) => (isDrawn ? [id] : []));
    const locked = await this.lock(chosen);
    const facts = { year, size, population: reports.length, seed: sample.seed, weights, drawn: chosen };
    await this.transition.create('sample', sample, actor, facts);
    const members = drawn.map(({ isDrawn, probability }, index): SampleMember => ({
      sampleId: sample.id,
      reportId: reports[index]!.id,
      organisationId: reports[index]!.organisationId,
      parts: parts[index]!,
      score: candidates[index]!.score,
      ...probability,
      isDrawn,
    }));
    await this.samples.insertMembers(members);
    for (const report of locked)
      await this.evidence.request(actor, report, { sampleId: sample.id, proofs: sample.proofs });
    return sample;
  }

  /** Draws again from what was kept. Whether it comes to the same, and what it comes to. */
  async replay(actor: Actor, id: string): Promise<{ agrees: boolean; seed: string; drawn: string[] }> {
    authorise(actor, 'sample.replay');
    const kept = await this.samples.drawn(actor, id);
    if (!kept) throw new NotFound();
    const again = drawSample(kept.members, kept.size, kept.seed);
    const agrees = again.every(({ isDrawn }, index) => isDrawn === kept.members[index]!.isDrawn);
    return {
      agrees,
      seed: kept.seed,
      drawn: again.flatMap(({ id: own, isDrawn }) => (isDrawn ? [own] : [])),
    };
  }

  /** One that was approved while the sample was drawn makes it a conflict: it is drawn anew, and not made smaller. */
  private async lock(chosen: readonly string[]): Promise<{ id: string; organisationId: string }[]> {
    const locked = await this.samples.lockDrawable(chosen);
    if (locked.length !== chosen.length) throw new Conflict();
    return locked;
  }

  private async check(
    actor: Actor,
    { callId, programmeCode }: { callId: string | null; programmeCode: string | null },
  ): Promise<Problem[]> {
    if ((callId === null) === (programmeCode === null))
      return ['callId', 'programmeCode'].map((path) => ({ code: 'callOrProgramme', path }));
    if (callId !== null)
      return (await this.calls.find(actor, callId)) ? [] : [{ code: 'unknownCall', path: 'callId' }];
    return findProgramme(programmeCode!) ? [] : [{ code: 'unknownProgramme', path: 'programmeCode' }];
  }
}

function checkSize(size: number, population: number): Finding[] {
  if (size <= population) return [];
  return [
    { code: 'sampleTooLarge', outcome: 'notMet', citation: null, path: 'size', data: { size, population } },
  ];
}

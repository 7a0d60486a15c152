import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import type { ApplicationContent } from '#domain/applications/application-content';
import {
  checkProof,
  computeFollowUp,
  type FollowUp,
  type ProofKind,
  type ProvenMoney,
} from '#domain/co-financing/follow-up';
import { matchStateGrants } from '#domain/co-financing/state-grants';
import type { Plan } from '#domain/decisions/amendment';
import { decisionLifecycle } from '#domain/decisions/decision.lifecycle';
import type { Finding } from '#domain/shared/finding';
import type { YearAmount } from '#domain/shared/money';
import { authorise } from '#core/access';
import { wordingOf } from '#core/applications';
import { InterestRepository } from '#core/assessments';
import { Clock } from '#platform/clock';
import { JsonText, Transactional } from '#platform/database';
import { NotFound, refuseIf } from '#platform/errors';
import { newId } from '#platform/ids';
import { Transition } from '#platform/transition';
import { CoFinancingProof } from './co-financing-proof.entity.js';
import { CoFinancingRepository, type FollowedCase, type RecordedProof } from './co-financing.repository.js';
import { DecisionRepository } from './decision.repository.js';

/** The follow-up of a decision, as it is answered. */
export interface CoFinancingOverview extends FollowUp {
  decisionId: string;
  applicationId: string;
  registryNumber: string;
  programmeCode: string;
  proofs: RecordedProof[];
}

export interface NewProof extends ProvenMoney {
  kind: ProofKind;
  reference: string;
}

/** Follows co-financing from plan to proof, and looks for other grants from the state that pay for the same. */
@Injectable()
export class CoFinancingService {
  constructor(
    private readonly coFinancing: CoFinancingRepository,
    private readonly decisions: DecisionRepository,
    private readonly interests: InterestRepository,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  /** As it is answered, with the decision's version. */
  async overview(actor: Actor, decisionId: string): Promise<JsonText> {
    const followed = await this.coFinancing.find(actor, decisionId);
    if (!followed) throw new NotFound();
    const { applicationId, registryNumber, programmeCode, proofs, granted, content, plan } = followed;
    const followUp = followUpOf(followed);
    const matches = await this.matches(actor, followed, { granted, content, plan });
    const overview: CoFinancingOverview = {
      ...{ decisionId, applicationId, registryNumber, programmeCode },
      ...followUp,
      findings: [...followUp.findings, ...matches],
      proofs,
    };
    return new JsonText(JSON.stringify(overview), followed.version);
  }

  /** Other grants that overlap: for the decision maker to see, never a refusal. */
  async matches(
    actor: Actor,
    own: { organisationId: string; applicationId: string },
    {
      granted,
      content,
      plan,
    }: { granted: readonly YearAmount[]; content: ApplicationContent; plan: Plan | null },
  ): Promise<Finding[]> {
    const others = await this.coFinancing.otherGrants(actor, own, granted);
    const { activities, title } = content;
    const { costs, coFinancing } = plan ?? content;
    const unnamed = { decisionId: '', registryNumber: '', programmeCode: '', title };
    return matchStateGrants({ ...unnamed, years: granted, costs, coFinancing, activities }, others);
  }

  /** An officer has seen proof of co-financing that was reported. */
  @Transactional()
  async prove(actor: Actor, id: string, proof: NewProof): Promise<JsonText> {
    const { application, decision } = await this.decisions.getForUpdate(id);
    authorise(actor, 'decision.prove-co-financing', decision);
    await this.interests.refuse(actor, application.id);
    const followed = await this.coFinancing.find(actor, id);
    if (!followed) throw new NotFound();
    const { year, source, reference } = proof;
    const replaced = followed.proofs
      .filter((row) => row.year === year && row.source === source && row.reference === reference)
      .reduce((sum, row) => sum + row.amount, 0);
    refuseIf(checkProof(proof, followUpOf(followed), replaced));
    const row = Object.assign(new CoFinancingProof(), proof, {
      id: newId(),
      decisionId: id,
      applicationId: application.id,
      organisationId: decision.organisationId,
      userId: actor.userId,
      personId: actor.personId,
      recordedAt: this.clock.now(),
    });
    await this.coFinancing.insertProof(row);
    const facts = { proof: row.id, ...proof };
    await this.transition.apply(decisionLifecycle, decision, 'prove-co-financing', actor, {}, facts);
    return this.overview(actor, id);
  }
}

function followUpOf(followed: FollowedCase): FollowUp {
  const { content, plan, granted, paid, reports, proofs } = followed;
  const ceiling = wordingOf(followed).rules.find((rule) => rule.kind === 'maxShareOfCosts');
  return computeFollowUp({
    application: content,
    plan: plan ?? content,
    ...{ granted, paid, reports, proven: proofs },
    percent: ceiling?.parameters.percent ?? null,
  });
}

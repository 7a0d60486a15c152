import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { applicationLifecycle } from '#domain/applications/application.lifecycle';
import { checkEligibility } from '#domain/applications/eligibility';
import { findJudged, type JudgedOutcome } from '#domain/applications/judgement';
import type { Finding } from '#domain/shared/finding';
import { authorise } from '#core/access';
import {
  ApplicationRepository,
  CaseFactsReader,
  JudgementRepository,
  JudgementRow,
  type Application,
} from '#core/applications';
import { Clock } from '#platform/clock';
import { Transactional } from '#platform/database';
import { Invalid } from '#platform/errors';
import { newId } from '#platform/ids';
import { Transition } from '#platform/transition';
import { InterestRepository } from './interest.repository.js';

export interface NewJudgement {
  findingCode: string;
  path: string | null;
  outcome: JudgedOutcome;
  motive: string;
}

/** An officer answers what a rule leaves open, or judges otherwise than it says, with a motive that is kept. */
@Injectable()
export class JudgementService {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly cases: CaseFactsReader,
    private readonly interests: InterestRepository,
    private readonly judgements: JudgementRepository,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  @Transactional()
  async judge(actor: Actor, id: string, judgement: NewJudgement): Promise<Application> {
    const application = await this.applications.getForUpdate(id);
    authorise(actor, 'application.judge', application);
    await this.interests.refuse(actor, id);
    const finding = await this.findingOf(actor, application, judgement);
    const now = this.clock.now();
    const row = Object.assign(new JudgementRow(), judgement, {
      id: newId(),
      applicationId: application.id,
      organisationId: application.organisationId,
      userId: actor.userId,
      personId: actor.personId,
      computed: finding.outcome,
      finding,
      judgedAt: now,
    });
    await this.judgements.insert(row);
    const { findingCode, path, outcome } = judgement;
    const facts = { judgement: row.id, findingCode, path, computed: finding.outcome, outcome };
    return this.transition.apply(
      applicationLifecycle,
      application,
      'judge',
      actor,
      { updatedAt: now },
      facts,
    );
  }

  /** What the rules themselves say, of the facts as they are. */
  private async findingOf(
    actor: Actor,
    application: Application,
    { findingCode, path }: NewJudgement,
  ): Promise<Finding> {
    const { facts, wording } = await this.cases.read(actor, application);
    const findings = checkEligibility(facts, wording);
    const finding = findJudged(findings, findingCode, path);
    if (finding) return finding;
    const isKnown = findings.some(({ code }) => code === findingCode);
    const data = { known: findings.map(({ code }) => code) };
    throw new Invalid([{ code: 'unknownFinding', path: isKnown ? 'path' : 'findingCode', data }]);
  }
}

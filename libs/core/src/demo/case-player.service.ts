import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import type { ApplicationContent } from '#domain/applications/application-content';
import { ApplicationService } from '#core/applications';
import { AssessmentService, JudgementService, type Criterion } from '#core/assessments';
import { DecisionService, ProposalService } from '#core/decisions';
import { DemoQueries } from './demo.queries.js';
import type { CaseAct } from './story.js';

/** A case in the making: who acts in it, and how far it has come. */
export interface Scene {
  callId: string;
  content: ApplicationContent;
  applicant: Actor;
  signatory: Actor;
  /** `null` until the draft is made. */
  applicationId: string | null;
  /** Acts done so far, which is the application's version. */
  version: number;
}

/** Plays one act of a case through the service that a person would use. */
@Injectable()
export class CasePlayer {
  constructor(
    private readonly applications: ApplicationService,
    private readonly assessments: AssessmentService,
    private readonly judgements: JudgementService,
    private readonly proposals: ProposalService,
    private readonly decisions: DecisionService,
    private readonly queries: DemoQueries,
  ) {}

  async play(act: CaseAct, scene: Scene, actor: (name: string) => Actor): Promise<void> {
    if (act.act === 'create') {
      const { id } = await this.applications.create(scene.applicant, scene.callId);
      scene.applicationId = id;
    } else await this.act(act, scene, scene.applicationId!, actor);
    scene.version += 1;
  }

  private async act(
    act: Exclude<CaseAct, { act: 'create' }>,
    { applicant, signatory, content, version }: Scene,
    id: string,
    actor: (name: string) => Actor,
  ): Promise<unknown> {
    switch (act.act) {
      case 'create':
        return;
      case 'edit':
        return this.applications.edit(applicant, id, version, content);
      case 'submit':
        return this.applications.submit(signatory, id);
      case 'discard':
        return this.applications.discard(applicant, id);
      case 'withdraw':
        return this.applications.withdraw(signatory, id);
      case 'complete':
        return this.applications.complete(signatory, id);
      case 'start':
        return this.assessments.start(actor(act.by), id);
      case 'assign':
        return this.assessments.assign(actor(act.by), id, actor(act.to).userId);
      case 'assess':
        return this.assessments.assess(actor(act.by), id, criteria(content.title.length));
      case 'judge': {
        const { findingCode, outcome, motive } = act;
        return this.judgements.judge(actor(act.by), id, { findingCode, path: null, outcome, motive });
      }
      case 'declareInterest':
        return this.assessments.declareInterest(actor(act.by), id, {
          interest: 'possible',
          note: 'Demo: en nära anhörig arbetar i projektet.',
        });
      case 'requestCompletion':
        return this.assessments.requestCompletion(actor(act.by), id, {
          items: [{ text: act.text }],
          dueOn: act.dueOn,
        });
      case 'notifyDelay':
        return this.assessments.notifyDelay(actor(act.by), id, {
          reasons: act.text,
          expectedOn: act.expectedOn,
        });
      case 'propose':
        return this.proposals.propose(actor(act.by), id, act.proposal);
      case 'approve':
        return this.decisions.approve(actor(act.by), await this.decision(id));
      case 'return':
        return this.decisions.return(actor(act.by), await this.decision(id), act.note);
    }
  }

  private async decision(applicationId: string): Promise<string> {
    return (await this.queries.liveDecision(applicationId))!;
  }
}

/** Scores that differ from case to case, and are the same whenever the demo is made. */
function criteria(seed: number): Criterion[] {
  const motives: Record<string, string> = {
    longTerm: 'Demo: insatserna fortsätter i ordinarie verksamhet.',
    crossSector: 'Demo: flera förvaltningar och föreningar deltar.',
    goals: 'Demo: målen går att mäta.',
    followUp: 'Demo: uppföljningen är planerad men kunde vara tätare.',
  };
  return Object.entries(motives).map(([code, motive], index) => ({
    code,
    score: 1 + ((seed + index * 2) % 4),
    motive,
  }));
}

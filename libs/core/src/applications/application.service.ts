import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { EMPTY_CONTENT, type ApplicationContent } from '#domain/applications/application-content';
import { applicationLifecycle } from '#domain/applications/application.lifecycle';
import type { Judgement } from '#domain/applications/judgement';
import { checkSubmission, judgeChecks, submissionRefusals } from '#domain/applications/submission';
import { authorise, expectVersion } from '#core/access';
import { CallRepository } from '#core/calls';
import { SubmissionRepository, toHandIn, type NextSubmission } from '#core/submissions';
import type { AuditData } from '#platform/audit';
import { Clock } from '#platform/clock';
import { Transactional } from '#platform/database';
import { Forbidden, Invalid, refuseIf } from '#platform/errors';
import { newId } from '#platform/ids';
import { Transition } from '#platform/transition';
import { Application } from './application.entity.js';
import { ApplicationRepository } from './application.repository.js';
import { AttachmentRepository } from './attachments/attachment.repository.js';
import { CaseFactsReader, type Asked } from './case-facts.js';
import { evidenceOf } from './evidence.js';
import { JudgementRepository } from './judgement.repository.js';

type Submitted = AuditData & NextSubmission & { attachments?: Taken['waiting'] };

interface Taken {
  application: Application;
  asked: Asked;
  next: NextSubmission;
  /** Attachments that were not submitted before. */
  waiting: { id: string; sha256: string }[];
}

/** What a recipient does with its application. What officers do is in `assessments`. */
@Injectable()
export class ApplicationService {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly calls: CallRepository,
    private readonly cases: CaseFactsReader,
    private readonly submissions: SubmissionRepository,
    private readonly attachments: AttachmentRepository,
    private readonly judgements: JudgementRepository,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  @Transactional()
  async create(actor: Actor, callId: string): Promise<Application> {
    authorise(actor, 'application.create');
    if (actor.organisationId === null) throw new Forbidden();
    const call = await this.calls.find(actor, callId);
    if (!call || call.status === 'draft') throw new Invalid([{ code: 'unknownCall', path: 'callId' }]);
    refuseIf(checkCallOpen(call, this.clock.today()));
    const now = this.clock.now();
    const application = Object.assign(new Application(), {
      id: newId(),
      organisationId: actor.organisationId,
      callId,
      content: EMPTY_CONTENT,
      createdBy: actor.userId,
      createdAt: now,
      updatedAt: now,
    });
    return this.transition.create(applicationLifecycle, application, actor, { callId });
  }

  @Transactional()
  async edit(
    actor: Actor,
    id: string,
    version: number,
    changes: Partial<ApplicationContent>,
  ): Promise<Application> {
    const application = await this.applications.getForUpdate(id);
    authorise(actor, 'application.edit', application);
    expectVersion(application, version);
    const edited = { ...toHandIn(application), ...changes };
    const part = application.status === 'completionRequested' ? { draft: edited } : { content: edited };
    const written = { ...part, updatedAt: this.clock.now() };
    return this.transition.apply(applicationLifecycle, application, 'edit', actor, written, {
      parts: Object.keys(changes),
    });
  }

  @Transactional()
  async submit(actor: Actor, id: string): Promise<Application> {
    const taken = await this.take(actor, id);
    const { application } = taken;
    authorise(actor, 'application.submit', application);
    const submitted = await this.freeze(actor, taken, []);
    const now = this.clock.now();
    const written = { submittedAt: now, updatedAt: now };
    return this.transition.apply(applicationLifecycle, application, 'submit', actor, written, submitted);
  }

  @Transactional()
  async complete(actor: Actor, id: string): Promise<Application> {
    const taken = await this.take(actor, id);
    const { application } = taken;
    authorise(actor, 'application.complete', application);
    const excused = await this.judgements.excused(application.id);
    const submitted = await this.freeze(actor, taken, excused);
    const content = toHandIn(application);
    const written = { content, draft: null, completion: null, updatedAt: this.clock.now() };
    return this.transition.apply(applicationLifecycle, application, 'complete', actor, written, submitted);
  }

  @Transactional()
  async discard(actor: Actor, id: string): Promise<Application> {
    const application = await this.applications.getForUpdate(id);
    authorise(actor, 'application.discard', application);
    return this.transition.apply(applicationLifecycle, application, 'discard', actor, {
      updatedAt: this.clock.now(),
    });
  }

  @Transactional()
  async withdraw(actor: Actor, id: string): Promise<Application> {
    const application = await this.applications.getForUpdate(id);
    authorise(actor, 'application.withdraw', application);
    const written = { draft: null, updatedAt: this.clock.now() };
    return this.transition.apply(applicationLifecycle, application, 'withdraw', actor, written);
  }

  /** The application, locked, and what a submission of it asks. Asked together, so that they travel together. */
  private async take(actor: Actor, id: string): Promise<Taken> {
    const [application, asked, next, waiting] = await Promise.all([
      this.applications.getForUpdate(id),
      this.cases.ask(actor, id),
      this.submissions.next('application', id),
      this.attachments.waiting(id),
    ]);
    return { application, asked, next: next!, waiting };
  }

  /**
   * Refuses with every rule not met, unless an officer has judged that it is; else keeps what is signed with what the
   * rules themselves said of it. The attachments that came with it are told in the same event.
   */
  private async freeze(
    actor: Actor,
    { application, asked, next, waiting }: Taken,
    excused: readonly Judgement[],
  ): Promise<Submitted> {
    const content = toHandIn(application);
    const { wording, facts, call } = await this.cases.gather(actor, { ...application, content }, asked);
    const checks = checkSubmission(facts, wording);
    const infected = await this.attachments.infected(application.id);
    refuseIf([...submissionRefusals(judgeChecks(checks, excused)), ...infected]);
    const evidence = evidenceOf(call, wording, facts, checks);
    this.submissions.freeze('application', application, next, evidence, actor);
    if (waiting.length === 0) return { ...next };
    this.attachments.freeze(waiting, next.number);
    return { ...next, attachments: waiting };
  }
}

function checkCallOpen(call: { status: string; opensOn: string; closesOn: string }, today: string) {
  const isOpen = call.status === 'published' && call.opensOn <= today && today <= call.closesOn;
  const { status, opensOn, closesOn } = call;
  const finding = { code: 'callOpen', citation: null, data: { status, opensOn, closesOn, today } };
  return [{ ...finding, outcome: isOpen ? ('met' as const) : ('notMet' as const) }];
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import type { Permission } from '#domain/access/permissions';
import { applicationLifecycle } from '#domain/applications/application.lifecycle';
import type { LocalDate } from '#domain/shared/local-date';
import { authorise } from '#core/access';
import { ApplicationRepository, type Application } from '#core/applications';
import { LetterOrders } from '#core/documents';
import { UserRepository } from '#core/users';
import { Clock } from '#platform/clock';
import { Transactional } from '#platform/database';
import { Invalid } from '#platform/errors';
import { newId } from '#platform/ids';
import { Transition } from '#platform/transition';
import { Assessment, type Criterion } from './assessment.entity.js';
import { AssessmentRepository } from './assessment.repository.js';
import { InterestDeclaration } from './interest-declaration.entity.js';
import { InterestRepository } from './interest.repository.js';

/** What officers do with a submitted application, until they propose a decision. */
@Injectable()
export class AssessmentService {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly assessments: AssessmentRepository,
    private readonly interests: InterestRepository,
    private readonly letters: LetterOrders,
    private readonly users: UserRepository,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  @Transactional()
  async start(actor: Actor, id: string): Promise<Application> {
    const application = await this.take(actor, 'application.start-assessment', id);
    const changes = { assignedTo: actor.userId, updatedAt: this.clock.now() };
    return this.transition.apply(applicationLifecycle, application, 'start-assessment', actor, changes);
  }

  @Transactional()
  async assign(actor: Actor, id: string, userId: string): Promise<Application> {
    const application = await this.take(actor, 'application.assign', id);
    const officer = await this.users.findById(actor, userId);
    if (!officer?.isActive || !officer.roles.includes('caseOfficer'))
      throw new Invalid([{ code: 'notACaseOfficer', path: 'userId' }]);
    const changes = { assignedTo: userId, updatedAt: this.clock.now() };
    return this.transition.apply(applicationLifecycle, application, 'assign', actor, changes, {
      assignedTo: userId,
    });
  }

  /** Förvaltningslagen 20 and 23 §§: help first; the request says what is missing and by when it is to be added. */
  @Transactional()
  async requestCompletion(
    actor: Actor,
    id: string,
    request: { items: { text: string }[]; dueOn: LocalDate },
  ): Promise<Application> {
    const application = await this.take(actor, 'application.request-completion', id);
    this.refusePast(request.dueOn, 'dueOn');
    const completion = { ...request, requestedBy: actor.userId, requestedOn: this.clock.today() };
    const changes = { completion, updatedAt: this.clock.now() };
    await this.letters.place(actor, {
      kind: 'completionRequest',
      applicationId: id,
      organisationId: application.organisationId,
      facts: { completion: request },
    });
    const action = 'request-completion';
    return this.transition.apply(applicationLifecycle, application, action, actor, changes, request);
  }

  /** Förvaltningslagen 11 §: a party is told that its case will be much delayed, and why. */
  @Transactional()
  async notifyDelay(
    actor: Actor,
    id: string,
    delay: { reasons: string; expectedOn: LocalDate },
  ): Promise<Application> {
    const application = await this.take(actor, 'application.notify-delay', id);
    this.refusePast(delay.expectedOn, 'expectedOn');
    await this.letters.place(actor, {
      kind: 'delayNotice',
      applicationId: id,
      organisationId: application.organisationId,
      facts: { delay },
    });
    const changes = { updatedAt: this.clock.now() };
    return this.transition.apply(applicationLifecycle, application, 'notify-delay', actor, changes, delay);
  }

  @Transactional()
  async declareInterest(
    actor: Actor,
    id: string,
    { interest, note }: { interest: 'none' | 'possible'; note: string },
  ): Promise<Application> {
    const application = await this.applications.getForUpdate(id);
    authorise(actor, 'application.declare-conflict-of-interest', application);
    const declaration = Object.assign(new InterestDeclaration(), {
      id: newId(),
      ...keysOf(application, actor),
      interest,
      note,
      declaredAt: this.clock.now(),
    });
    await this.interests.insert(declaration);
    const action = 'declare-conflict-of-interest';
    return this.transition.apply(applicationLifecycle, application, action, actor, {}, { interest });
  }

  @Transactional()
  async assess(actor: Actor, id: string, criteria: Criterion[]): Promise<Application> {
    const application = await this.take(actor, 'application.assess', id);
    const assessment = Object.assign(new Assessment(), {
      id: newId(),
      ...keysOf(application, actor),
      criteria,
      assessedAt: this.clock.now(),
    });
    await this.assessments.insert(assessment);
    const scores = criteria.map(({ code, score }) => ({ code, score }));
    const changes = { updatedAt: this.clock.now() };
    return this.transition.apply(applicationLifecycle, application, 'assess', actor, changes, { scores });
  }

  private refusePast(day: LocalDate, path: string): void {
    const today = this.clock.today();
    if (day <= today) throw new Invalid([{ code: 'dueInThePast', path, data: { today } }]);
  }

  /** The case, locked, by an officer who may act in it. */
  private async take(actor: Actor, permission: Permission, id: string): Promise<Application> {
    const application = await this.applications.getForUpdate(id);
    authorise(actor, permission, application);
    await this.interests.refuse(actor, id);
    return application;
  }
}

function keysOf(application: Application, actor: Actor) {
  return {
    applicationId: application.id,
    organisationId: application.organisationId,
    userId: actor.userId,
    personId: actor.personId,
  };
}

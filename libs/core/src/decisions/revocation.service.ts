import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { computeRevocationMoves } from '#domain/decisions/amendment-money';
import { decisionLifecycle } from '#domain/decisions/decision.lifecycle';
import { checkRevocable, type Revocation } from '#domain/decisions/revocation';
import { authorise } from '#core/access';
import { Ledger } from '#core/appropriations';
import { PaymentService } from '#core/payments';
import { SetOffService } from '#core/recoveries';
import { ReportService } from '#core/reports';
import { Clock } from '#platform/clock';
import { Transactional } from '#platform/database';
import { Conflict, refuseIf } from '#platform/errors';
import { Transition } from '#platform/transition';
import type { Decision } from './decision.entity.js';
import { DecisionRepository } from './decision.repository.js';
import { DecisionLetters } from './decision.letters.js';
import { FourEyes } from './four-eyes.js';

/** A decision that no longer holds: what is unpaid is free again, what is paid is named for recovery. */
@Injectable()
export class RevocationService {
  constructor(
    private readonly decisions: DecisionRepository,
    private readonly fourEyes: FourEyes,
    private readonly letters: DecisionLetters,
    private readonly payments: PaymentService,
    private readonly setOffs: SetOffService,
    private readonly reports: ReportService,
    private readonly ledger: Ledger,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  @Transactional()
  async revoke(actor: Actor, id: string, stated: Omit<Revocation, 'toRecover'>): Promise<Decision> {
    const { application, decision } = await this.decisions.getForUpdate(id);
    authorise(actor, 'decision.revoke', decision);
    this.fourEyes.refuseOwnWork((await this.fourEyes.ties(actor, id))!);
    const pending = await this.decisions.proposedOf(application.id);
    if (pending) throw new Conflict({ decisionId: pending });
    refuseIf(checkRevocable(decision));
    const carried = await this.decisions.carriedYears(id);
    const toRecover = await this.payments.takenOfCase(application.id);
    const revocation: Revocation = { ...stated, toRecover };
    const written = {
      revokedBy: actor.userId,
      revokedByPerson: actor.personId,
      revokedAt: this.clock.now(),
      revocation,
    };
    const { grounds } = revocation;
    await this.transition.apply(decisionLifecycle, decision, 'revoke', actor, written, {
      grounds,
      toRecover,
    });
    await this.letters.revoked(actor, decision);
    const told = { revoked: id };
    await this.setOffs.undo(actor, application.id, told);
    await this.payments.cancelWaiting(actor, application.id, told);
    await this.reports.cancelWaiting(actor, application.id, told);
    await this.ledger.rearrange(actor, 'revoke', id, computeRevocationMoves(carried, toRecover));
    return decision;
  }
}

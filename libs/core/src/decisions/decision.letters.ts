import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { letterKindOf } from '#domain/documents/letter-kind';
import { sumKronor } from '#domain/shared/money';
import type { Application } from '#core/applications';
import { LetterOrders } from '#core/documents';
import type { DecisionYear } from './decision-year.entity.js';
import type { Decision } from './decision.entity.js';

/** The letters of what is decided in a case. */
@Injectable()
export class DecisionLetters {
  constructor(private readonly orders: LetterOrders) {}

  /** `years` as they stand when the decision is made. */
  decided(
    actor: Actor,
    application: Application,
    { id, organisationId, applicationId, outcome, amendsId }: Decision,
    years: readonly DecisionYear[],
  ): Promise<void> {
    const kind = letterKindOf({
      outcome,
      isAmendment: amendsId !== null,
      granted: sumKronor(years.map(({ amount }) => amount)),
      requested: sumKronor(application.content.requested.map(({ amount }) => amount)),
    });
    const told = years.map(({ year, amount, status }) => ({ year, amount, status }));
    return this.orders.place(actor, {
      ...{ kind, organisationId, applicationId },
      decisionId: id,
      facts: { years: told },
    });
  }

  revoked(actor: Actor, { id, organisationId, applicationId }: Decision): Promise<void> {
    return this.orders.place(actor, { kind: 'revocation', organisationId, applicationId, decisionId: id });
  }
}

import { Injectable } from '@nestjs/common';
import type { Kronor } from '#domain/shared/money';
import type { CarriedYear } from '#domain/decisions/amendment-money';
import { ApplicationRepository, type Application } from '#core/applications';
import { organisationJson } from '#core/organisations';
import { Database, sql, type Sql } from '#platform/database';
import { DecisionYear } from './decision-year.entity.js';
import { Decision } from './decision.entity.js';

/** A decision that waits for a year's money. Kronor. */
export interface WaitingYear {
  decisionId: string;
  applicationId: string;
  registryNumber: string;
  organisation: { id: string; code: string; name: string; kind: string };
  amount: Kronor;
}

@Injectable()
export class DecisionRepository {
  constructor(
    private readonly database: Database,
    private readonly applications: ApplicationRepository,
  ) {}

  /** The case first, then the decision: everyone takes the locks in the same order. Asked together, so that they travel together. */
  async getForUpdate(id: string): Promise<{ application: Application; decision: Decision }> {
    const [application, decision] = await Promise.all([
      this.applications.getOfDecisionForUpdate(id),
      this.database.lock(Decision, id),
    ]);
    return { application, decision };
  }

  lock(id: string): Promise<Decision> {
    return this.database.lock(Decision, id);
  }

  /** The proposal that waits for a decision maker, if the case has one. */
  async proposedOf(applicationId: string): Promise<string | undefined> {
    const [found] = await this.database.execute<{ id: string }>(
      sql`SELECT id FROM decisions WHERE application_id = ${applicationId} AND status = 'proposed'`,
    );
    return found?.id;
  }

  /** The years that have not lapsed, each with the appropriation that carries it. */
  carriedYears(decisionId: string): Promise<CarriedYear[]> {
    return this.database.execute(
      sql`SELECT y.year, y.amount, json_build_object('id', a.id, 'year', a.year) AS appropriation
          FROM decision_years y JOIN appropriations a ON a.id = y.appropriation_id
          WHERE y.decision_id = ${decisionId} AND y.status <> 'lapsed' ORDER BY y.year`,
    );
  }

  /** The cases that wait for a year of an appropriation, locked in the order of their ids. */
  async lockCasesWaiting(appropriationCode: string, year: number): Promise<void> {
    await this.database.execute(
      sql`SELECT id FROM applications WHERE id IN (SELECT d.application_id FROM ${waitingFor(appropriationCode, year)})
          ORDER BY id FOR UPDATE`,
    );
  }

  /** Decisions in force whose year waits for an appropriation, the earliest decided first. */
  waiting(appropriationCode: string, year: number): Promise<WaitingYear[]> {
    return this.database.execute(
      sql`SELECT d.id AS "decisionId", a.id AS "applicationId", a.registry_number AS "registryNumber",
          ${organisationJson} AS organisation, y.amount
        FROM ${waitingFor(appropriationCode, year)} AND d.status = 'approved' ORDER BY d.decided_at, d.id`,
    );
  }

  yearsForUpdate(decisionId: string): Promise<DecisionYear[]> {
    return this.database.lockAll(DecisionYear, sql`decision_id = ${decisionId} ORDER BY year`);
  }
}

const waitingFor = (appropriationCode: string, year: number): Sql =>
  sql`decision_years y JOIN decisions d ON d.id = y.decision_id JOIN applications a ON a.id = d.application_id
    JOIN calls c ON c.id = a.call_id JOIN organisations o ON o.id = d.organisation_id
    WHERE y.year = ${year} AND y.status = 'conditional' AND c.appropriation_code = ${appropriationCode}`;

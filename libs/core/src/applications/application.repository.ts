import { Injectable } from '@nestjs/common';
import type { RecipientFacts } from '#domain/applications/facts';
import type { LocalDate } from '#domain/shared/local-date';
import type { Call } from '#core/calls';
import { contentFor } from '#core/submissions';
import { Database, sql, type Scope, type Sql } from '#platform/database';
import { NotFound } from '#platform/errors';
import { Application } from './application.entity.js';

/** An application's surroundings: its call, its recipient, and what the recipient's earlier grants say. */
export interface Surroundings {
  call: Call;
  recipient: RecipientFacts;
  /** Steps of the programme for which a final report is approved. */
  approvedSteps: string[];
  /** Reports that are overdue. */
  unsettledReports: { id: string; dueOn: LocalDate }[];
  /** The day that the rules are asked on: that of the submission, or today. */
  day: LocalDate;
}

/** Which applications `a` somebody finds: a draft is its recipient's own. Row security keeps others' away. */
export const foundBy = (scope: Scope): Sql =>
  scope.organisationId === null ? sql`a.status NOT IN ('draft', 'discarded')` : sql`true`;

@Injectable()
export class ApplicationRepository {
  constructor(private readonly database: Database) {}

  getForUpdate(id: string): Promise<Application> {
    return this.database.lock(Application, id);
  }

  async getOfDecisionForUpdate(decisionId: string): Promise<Application> {
    const ofDecision = sql`id = (SELECT application_id FROM decisions WHERE id = ${decisionId})`;
    const [application] = await this.database.lockAll(Application, ofDecision);
    if (!application) throw new NotFound();
    return application;
  }

  async get(scope: Scope, id: string): Promise<Application> {
    const application = await this.database.readOne<Application>(
      scope,
      sql`SELECT id, version, status, organisation_id AS "organisationId", call_id AS "callId", ${contentFor(scope, 'a')} AS content,
            registry_number AS "registryNumber", submitted_at AS "submittedAt" FROM applications a
          WHERE id = ${id} AND ${foundBy(scope)}`,
    );
    if (!application) throw new NotFound();
    return application;
  }

  /** In one statement, by the application's id alone: every check begins with it, and need not wait for the row itself. */
  surroundings(scope: Scope, id: string, today: LocalDate): Promise<Surroundings | undefined> {
    return this.database.readOne<Surroundings>(
      scope,
      sql`SELECT json_build_object('id', c.id, 'status', c.status, 'programmeCode', c.programme_code,
            'wordingFrom', c.wording_from, 'opensOn', c.opens_on, 'closesOn', c.closes_on, 'step', c.step, 'years', c.years,
            'appropriationCode', c.appropriation_code) AS call,
          json_build_object('id', o.id, 'kind', o.kind, 'code', o.code, 'name', o.name, 'memberCodes',
            coalesce((SELECT json_agg(m.code ORDER BY m.code) FROM organisation_members om
              JOIN organisations m ON m.id = om.member_id WHERE om.organisation_id = o.id), '[]')) AS recipient,
          (SELECT coalesce(json_agg(DISTINCT earlier.step), '[]') FROM reports r JOIN decisions d ON d.id = r.decision_id
            JOIN applications ea ON ea.id = d.application_id JOIN calls earlier ON earlier.id = ea.call_id
            WHERE r.organisation_id = o.id AND earlier.programme_code = c.programme_code AND r.kind = 'final'
              AND r.status = 'approved' AND earlier.step IS NOT NULL) AS "approvedSteps",
          (SELECT coalesce(json_agg(json_build_object('id', r.id, 'dueOn', r.due_on) ORDER BY r.due_on), '[]') FROM reports r
            WHERE r.organisation_id = o.id AND r.status IN ('open', 'completionRequested') AND r.due_on < a.day)
            AS "unsettledReports", a.day
          FROM (SELECT call_id, organisation_id,
              coalesce((submitted_at AT TIME ZONE 'Europe/Stockholm')::date, ${today}::date) AS day
            FROM applications WHERE id = ${id}) a
          JOIN calls c ON c.id = a.call_id JOIN organisations o ON o.id = a.organisation_id`,
    );
  }
}

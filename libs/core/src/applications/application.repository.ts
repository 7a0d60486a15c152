import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#domain/shared/local-date';
import { Database, sql, type Scope } from '#platform/database';
import { NotFound } from '#platform/errors';
import { Application } from './application.entity.js';

export interface Standing {
  approvedSteps: string[];
  unsettledReports: { id: string; dueOn: LocalDate }[];
}

@Injectable()
export class ApplicationRepository {
  constructor(private readonly database: Database) {}

  getForUpdate(id: string): Promise<Application> {
    return this.database.lock(Application, id);
  }

  /** A draft is its recipient's own: the agency does not find it. */
  async get(scope: Scope, id: string): Promise<Application> {
    const application = await this.database.readOne<Application>(
      scope,
      sql`SELECT id, version, status, organisation_id AS "organisationId", call_id AS "callId", content,
            registry_number AS "registryNumber", submitted_at AS "submittedAt" FROM applications
          WHERE id = ${id} AND ${scope.organisationId === null ? sql`status NOT IN ('draft', 'discarded')` : sql`true`}`,
    );
    if (!application) throw new NotFound();
    return application;
  }

  async nextRegistryNumber(year: number): Promise<string> {
    const [row] = await this.database.execute<{ number: string }>(
      sql`SELECT next_registry_number(${year}) AS number`,
    );
    return row!.number;
  }

  /** What the recipient's earlier grants of a programme say: steps reported and approved, reports that are overdue. */
  async standing(
    scope: Scope,
    organisationId: string,
    programmeCode: string,
    today: LocalDate,
  ): Promise<Standing> {
    const row = await this.database.readOne<Standing>(
      scope,
      sql`SELECT
          (SELECT coalesce(json_agg(DISTINCT c.step), '[]') FROM reports r JOIN decisions d ON d.id = r.decision_id
            JOIN applications a ON a.id = d.application_id JOIN calls c ON c.id = a.call_id
            WHERE r.organisation_id = ${organisationId} AND c.programme_code = ${programmeCode}
              AND r.kind = 'final' AND r.status = 'approved' AND c.step IS NOT NULL) AS "approvedSteps",
          (SELECT coalesce(json_agg(json_build_object('id', r.id, 'dueOn', r.due_on) ORDER BY r.due_on), '[]') FROM reports r
            WHERE r.organisation_id = ${organisationId} AND r.status IN ('open', 'completionRequested')
              AND r.due_on < ${today}) AS "unsettledReports"`,
    );
    return row!;
  }
}

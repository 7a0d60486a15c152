import { Injectable } from '@nestjs/common';
import type { ApplicationContent } from '#domain/applications/application-content';
import type { SettledYear } from '#domain/decisions/amendment';
import type { LocalDate } from '#domain/shared/local-date';
import type { Kronor } from '#domain/shared/money';
import { Database, sql, type Scope } from '#platform/database';
import { NotFound } from '#platform/errors';
import { Report } from './report.entity.js';
import { grantedYears, reportsOfCase } from './report-terms-sql.js';
import type { Settlement } from './settlement.entity.js';

/** What a report is held against: the application, and the decision with all its years and reports. */
export interface ReportContext {
  programmeCode: string;
  wordingFrom: LocalDate;
  content: ApplicationContent;
  years: { year: number; amount: Kronor; status: string }[];
  reports: { id: string; kind: 'interim' | 'final'; year: number; dueOn: LocalDate }[];
}

@Injectable()
export class ReportRepository {
  constructor(private readonly database: Database) {}

  getForUpdate(id: string): Promise<Report> {
    return this.database.lock(Report, id);
  }

  async get(id: string): Promise<Report> {
    const [report] = await this.database.findAll(Report, sql`id = ${id}`);
    if (!report) throw new NotFound();
    return report;
  }

  /** The decision's reports that wait for a year to become firm, locked. */
  upcomingForUpdate(decisionId: string): Promise<Report[]> {
    return this.database.lockAll(
      Report,
      sql`decision_id = ${decisionId} AND status = 'upcoming' ORDER BY id`,
    );
  }

  /** All reports of the case, of its earlier decisions too, locked. */
  ofCaseForUpdate(applicationId: string): Promise<Report[]> {
    return this.database.lockAll(
      Report,
      sql`decision_id IN (SELECT d.id FROM decisions d WHERE d.application_id = ${applicationId}) ORDER BY id`,
    );
  }

  /** Years of the case that an approved report has settled, each by its last settlement. */
  settledYears(applicationId: string): Promise<SettledYear[]> {
    return this.database.execute(
      sql`SELECT DISTINCT ON (s.year) s.year, s.entitled FROM settlements s JOIN decisions d ON d.id = s.decision_id
          WHERE d.application_id = ${applicationId} ORDER BY s.year, s.settled_at DESC, s.report_id DESC`,
    );
  }

  /**
   * A report that an earlier decision of the case asked for, and that is approved, still settles its years. The content is the
   * application's, with costs and co-financing as an amendment states them anew.
   */
  async context(scope: Scope, decisionId: string): Promise<ReportContext> {
    const row = await this.database.readOne<ReportContext>(
      scope,
      sql`SELECT c.programme_code AS "programmeCode", c.wording_from AS "wordingFrom",
          a.content || coalesce(d.plan, '{}') AS content,
          (SELECT coalesce(json_agg(json_build_object('year', y.year, 'amount', y.amount, 'status', y.status) ORDER BY y.year), '[]')
            FROM ${grantedYears}) AS years,
          (SELECT coalesce(json_agg(json_build_object('id', o.id, 'kind', o.kind, 'year', o.year, 'dueOn', o.due_on)
            ORDER BY o.due_on, o.id), '[]') FROM ${reportsOfCase}) AS reports
          FROM decisions d JOIN applications a ON a.id = d.application_id JOIN calls c ON c.id = a.call_id
          WHERE d.id = ${decisionId}`,
    );
    return row!;
  }

  async insertSettlements(settlements: Settlement[]): Promise<void> {
    if (settlements.length === 0) return;
    await this.database.execute(
      sql`INSERT INTO settlements (report_id, year, organisation_id, decision_id, granted, paid, costs, co_financing, entitled,
            used, unused, repay, remaining, finding, settled_at)
          SELECT "reportId", year, "organisationId", "decisionId", granted, paid, costs, "coFinancing", entitled,
            used, unused, repay, remaining, finding, "settledAt"
          FROM jsonb_to_recordset(${JSON.stringify(settlements)}::jsonb) AS s("reportId" uuid, year integer,
            "organisationId" uuid, "decisionId" uuid, granted bigint, paid bigint, costs bigint, "coFinancing" bigint,
            entitled bigint, used bigint, unused bigint, repay bigint, remaining bigint, finding jsonb, "settledAt" timestamptz)`,
    );
  }
}

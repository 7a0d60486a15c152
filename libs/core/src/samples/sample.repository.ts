import { Injectable } from '@nestjs/common';
import type { ReportStatus } from '#domain/reports/report.lifecycle';
import type { LocalDate } from '#domain/shared/local-date';
import type { YearAmount } from '#domain/shared/money';
import { grantedYears, planJson, reportsOfCase } from '#core/reports';
import { Database, sql, type Scope } from '#platform/database';
import type { SampleMember } from './sample-member.entity.js';

/** Proof can be asked of a report that somebody writes or reads. */
export const DRAWABLE: readonly ReportStatus[] = ['open', 'submitted', 'completionRequested'];

/** Among what is drawn: the reports of one year, of a call or of all calls of a programme. */
export interface Among {
  callId: string | null;
  programmeCode: string | null;
  year: number;
}

/** A report that may be drawn, with what its risk is reckoned from. */
export interface DrawableReport {
  id: string;
  organisationId: string;
  year: number;
  dueOn: LocalDate;
  programmeCode: string;
  wordingFrom: LocalDate;
  granted: YearAmount[];
  /** All reports of the decision. */
  duties: { id: string; year: number; dueOn: LocalDate }[];
  planned: YearAmount[];
  /** `null` until it is handed in. */
  actual: YearAmount[] | null;
  isFirstTime: boolean;
  isLate: boolean;
}

@Injectable()
export class SampleRepository {
  constructor(private readonly database: Database) {}

  /** By id, so that whoever draws again has them in the same order. */
  drawable({ callId, programmeCode, year }: Among, today: LocalDate): Promise<DrawableReport[]> {
    const among = callId === null ? sql`c.programme_code = ${programmeCode}` : sql`c.id = ${callId}`;
    const firstHandedIn = sql`(SELECT (min(s.submitted_at) AT TIME ZONE 'Europe/Stockholm')::date FROM submissions s
      WHERE s.subject_type = 'report' AND s.subject_id = r.id)`;
    return this.database.execute<DrawableReport>(
      sql`SELECT r.id, r.organisation_id AS "organisationId", r.year, r.due_on AS "dueOn",
            c.programme_code AS "programmeCode", c.wording_from AS "wordingFrom", ${planJson}->'costs' AS planned,
            CASE WHEN r.status = 'open' THEN NULL ELSE r.content->'costs' END AS actual,
            (SELECT coalesce(json_agg(json_build_object('year', y.year, 'amount', y.amount) ORDER BY y.year), '[]')
              FROM ${grantedYears}) AS granted,
            (SELECT json_agg(json_build_object('id', o.id, 'year', o.year, 'dueOn', o.due_on) ORDER BY o.due_on, o.id)
              FROM ${reportsOfCase}) AS duties,
            NOT EXISTS (SELECT FROM decisions e WHERE e.organisation_id = d.organisation_id AND e.outcome = 'approve'
              AND e.application_id <> d.application_id AND e.status IN ('approved', 'superseded', 'revoked')
              AND e.decided_at < d.decided_at) AS "isFirstTime",
            coalesce(${firstHandedIn}, ${today}::date) > r.due_on AS "isLate"
          FROM reports r JOIN decisions d ON d.id = r.decision_id JOIN applications a ON a.id = d.application_id
          JOIN calls c ON c.id = a.call_id
          WHERE r.year = ${year} AND r.status = ANY(${DRAWABLE}::text[]) AND ${among} ORDER BY r.id`,
    );
  }

  /**
   * Locks what was drawn, in one order. Those that can no longer be asked are left out. The lock lets another sample refer
   * to the reports meanwhile: two of them do not wait for each other.
   */
  lockDrawable(ids: readonly string[]): Promise<{ id: string; organisationId: string }[]> {
    return this.database.execute(
      sql`SELECT id, organisation_id AS "organisationId" FROM reports
          WHERE id = ANY(${ids}::uuid[]) AND status = ANY(${DRAWABLE}::text[]) ORDER BY id FOR NO KEY UPDATE`,
    );
  }

  async insertMembers(members: readonly SampleMember[]): Promise<void> {
    await this.database.execute(
      sql`INSERT INTO sample_members (sample_id, report_id, organisation_id, parts, score, numerator, denominator, is_drawn)
          SELECT "sampleId", "reportId", "organisationId", parts, score, numerator, denominator, "isDrawn"
          FROM jsonb_to_recordset(${JSON.stringify(members)}::jsonb) AS m("sampleId" uuid, "reportId" uuid,
            "organisationId" uuid, parts jsonb, score bigint, numerator bigint, denominator bigint, "isDrawn" boolean)`,
    );
  }

  /** What the sample was drawn from, and with what. */
  async drawn(
    scope: Scope,
    id: string,
  ): Promise<
    { size: number; seed: string; members: { id: string; score: number; isDrawn: boolean }[] } | undefined
  > {
    return this.database.readOne(
      scope,
      sql`SELECT s.size, s.seed, (SELECT json_agg(json_build_object('id', m.report_id, 'score', m.score, 'isDrawn', m.is_drawn)
            ORDER BY m.report_id) FROM sample_members m WHERE m.sample_id = s.id) AS members
          FROM samples s WHERE s.id = ${id}`,
    );
  }
}

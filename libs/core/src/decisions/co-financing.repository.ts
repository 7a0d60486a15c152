import { Injectable } from '@nestjs/common';
import type { ApplicationContent } from '#domain/applications/application-content';
import type { FollowUpFacts, ReportedMoney } from '#domain/co-financing/follow-up';
import type { GrantedCase } from '#domain/co-financing/state-grants';
import type { Plan } from '#domain/decisions/amendment';
import type { LocalDate } from '#domain/shared/local-date';
import type { YearAmount } from '#domain/shared/money';
import { Database, sql, type Scope } from '#platform/database';
import { CoFinancingProof } from './co-financing-proof.entity.js';

/** Other cases of the organisation that are looked through, the latest first. */
const CASES_MATCHED = 50;

export type RecordedProof = Pick<
  CoFinancingProof,
  'id' | 'year' | 'source' | 'kind' | 'reference' | 'amount'
> & { recordedBy: string; recordedAt: string };

/** A decision with all that its co-financing is followed by. */
export interface FollowedCase extends Pick<FollowUpFacts, 'granted' | 'paid'> {
  decisionId: string;
  version: number;
  applicationId: string;
  organisationId: string;
  registryNumber: string;
  programmeCode: string;
  wordingFrom: LocalDate;
  content: ApplicationContent;
  plan: Plan | null;
  reports: ReportedMoney[];
  proofs: RecordedProof[];
}

@Injectable()
export class CoFinancingRepository {
  constructor(private readonly database: Database) {}

  async insertProof(proof: CoFinancingProof): Promise<void> {
    await this.database.manager.createQueryBuilder().insert().into(CoFinancingProof).values(proof).execute();
  }

  /** What was paid, reported and proven over all decisions of the case, in one statement. */
  find(scope: Scope, decisionId: string): Promise<FollowedCase | undefined> {
    return this.database.readOne<FollowedCase>(
      scope,
      sql`SELECT d.id AS "decisionId", d.version, d.application_id AS "applicationId", d.organisation_id AS "organisationId",
          a.registry_number AS "registryNumber", c.programme_code AS "programmeCode", c.wording_from AS "wordingFrom",
          a.content, d.plan,
          (SELECT coalesce(json_agg(json_build_object('year', y.year, 'amount', y.amount) ORDER BY y.year), '[]')
            FROM decision_years y WHERE y.decision_id = d.id AND y.status <> 'lapsed') AS granted,
          (SELECT coalesce(json_agg(json_build_object('year', p.year, 'amount', p.amount)), '[]')
            FROM payments p JOIN decisions o ON o.id = p.decision_id
            WHERE o.application_id = d.application_id AND p.status = 'executed') AS paid,
          (SELECT coalesce(json_agg(json_build_object('dueOn', r.due_on, 'costs', r.content->'costs',
              'coFinancing', r.content->'coFinancing') ORDER BY r.due_on), '[]')
            FROM reports r JOIN decisions o ON o.id = r.decision_id
            WHERE o.application_id = d.application_id AND r.status IN ('submitted', 'approved')) AS reports,
          (SELECT coalesce(json_agg(json_build_object('id', p.id, 'year', p.year, 'source', p.source, 'kind', p.kind,
              'reference', p.reference, 'amount', p.amount, 'recordedBy', p.user_id,
              'recordedAt', audit_time(p.recorded_at)) ORDER BY p.recorded_at, p.id), '[]')
            FROM (SELECT DISTINCT ON (year, source, reference) * FROM co_financing_proofs
              WHERE application_id = d.application_id ORDER BY year, source, reference, recorded_at DESC, id DESC) p
            WHERE p.amount > 0) AS proofs
        FROM decisions d JOIN applications a ON a.id = d.application_id JOIN calls c ON c.id = a.call_id
        WHERE d.id = ${decisionId} AND d.outcome = 'approve'`,
    );
  }

  /** The organisation's other grants with money in any of the years, across programmes. */
  otherGrants(
    scope: Scope,
    { organisationId, applicationId }: { organisationId: string; applicationId: string },
    years: readonly YearAmount[],
  ): Promise<GrantedCase[]> {
    const granted = years.filter((row) => row.amount > 0).map((row) => row.year);
    return this.database.read(
      scope,
      sql`SELECT d.id AS "decisionId", a.registry_number AS "registryNumber", c.programme_code AS "programmeCode",
          a.content->>'title' AS title, coalesce(d.plan, a.content)->'costs' AS costs, a.content->'activities' AS activities,
          (SELECT json_agg(json_build_object('year', y.year, 'amount', y.amount) ORDER BY y.year)
            FROM decision_years y WHERE y.decision_id = d.id AND y.status <> 'lapsed') AS years
        FROM decisions d JOIN applications a ON a.id = d.application_id JOIN calls c ON c.id = a.call_id
        WHERE d.organisation_id = ${organisationId} AND d.application_id <> ${applicationId} AND d.status = 'approved'
          AND EXISTS (SELECT FROM decision_years y WHERE y.decision_id = d.id AND y.status <> 'lapsed' AND y.amount > 0
            AND y.year = ANY (${granted}::integer[]))
        ORDER BY d.proposed_at DESC, d.id DESC LIMIT ${CASES_MATCHED}`,
    );
  }
}

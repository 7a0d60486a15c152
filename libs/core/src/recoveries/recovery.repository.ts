import { Injectable } from '@nestjs/common';
import type { Kronor } from '#domain/shared/money';
import { Database, sql } from '#platform/database';
import { NotFound } from '#platform/errors';
import { Recovery } from './recovery.entity.js';

/** A year of a case: the appropriation that its money is of, what was paid out, and what is demanded back already. */
export interface RecoverableYear {
  year: number;
  appropriation: { id: string; year: number };
  paid: Kronor;
  claimed: Kronor;
}

@Injectable()
export class RecoveryRepository {
  constructor(private readonly database: Database) {}

  getForUpdate(id: string): Promise<Recovery> {
    return this.database.lock(Recovery, id);
  }

  /** The decision, once taken, that a claim is made on. Claims on the same case take turns until the transaction ends. */
  async claimedOn(
    decisionId: string,
  ): Promise<{ id: string; organisationId: string; applicationId: string }> {
    const [decision] = await this.database.execute<{
      id: string;
      organisationId: string;
      applicationId: string;
    }>(
      sql`SELECT id, organisation_id AS "organisationId", application_id AS "applicationId" FROM decisions
          WHERE id = ${decisionId} AND status IN ('approved', 'superseded', 'revoked')`,
    );
    if (!decision) throw new NotFound();
    await this.database.execute(sql`SELECT take_turns_to_recover(${decision.applicationId})`);
    return decision;
  }

  /** The years that a case was paid money of, by any of its decisions. */
  years(applicationId: string): Promise<RecoverableYear[]> {
    return this.database.execute<RecoverableYear>(
      sql`SELECT paid.year, json_build_object('id', a.id, 'year', a.year) AS appropriation, paid.amount AS paid,
            (SELECT coalesce(sum(row.amount), 0)::bigint FROM recoveries r JOIN decisions d ON d.id = r.decision_id,
                jsonb_to_recordset(r.years) AS row(year integer, amount bigint)
              WHERE d.application_id = ${applicationId} AND r.status <> 'dropped' AND row.year = paid.year) AS claimed
          FROM (SELECT p.year, y.appropriation_id, sum(p.amount)::bigint AS amount FROM payments p
              JOIN decisions d ON d.id = p.decision_id JOIN decision_years y ON y.id = p.decision_year_id
              WHERE d.application_id = ${applicationId} AND p.status = 'executed' GROUP BY p.year, y.appropriation_id) paid
          JOIN appropriations a ON a.id = paid.appropriation_id ORDER BY paid.year`,
    );
  }

  async applicationOf(decisionId: string): Promise<string> {
    const [row] = await this.database.execute<{ applicationId: string }>(
      sql`SELECT application_id AS "applicationId" FROM decisions WHERE id = ${decisionId}`,
    );
    return row!.applicationId;
  }
}

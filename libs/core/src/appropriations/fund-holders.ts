import { Injectable } from '@nestjs/common';
import type { DecisionStatus } from '#domain/decisions/decision.lifecycle';
import type { Kronor } from '#domain/shared/money';
import { organisationJson } from '#core/organisations';
import { Database, sql, type Sql } from '#platform/database';

export type Fund = 'appropriation' | 'commitmentLimit';

/** A decision that holds money of a fund, all years of the fund together. Kronor. */
export interface FundHolder {
  decisionId: string;
  status: DecisionStatus;
  registryNumber: string;
  organisation: { id: string; code: string; name: string; kind: string };
  reserved: Kronor;
  /** Bound, and not paid. */
  unpaid: Kronor;
  /** Paid out, whether or not it was returned since. */
  paid: Kronor;
}

interface FundRow {
  appropriationId: string;
  fund: Fund;
  allocated: Kronor;
  available: Kronor;
}

/** What is left in a fund and who holds the rest, of what the actor of the act under way may see. */
@Injectable()
export class FundHolders {
  constructor(private readonly database: Database) {}

  /** The funds of these appropriations, locked until the transaction ends. */
  lock(appropriationIds: readonly string[]): Promise<FundRow[]> {
    return this.database.execute(
      sql`SELECT appropriation_id AS "appropriationId", fund, allocated, available FROM lock_funds(${appropriationIds}::uuid[])`,
    );
  }

  /** Those that hold most, first. */
  largest(appropriationId: string, fund: Fund, limit: number): Promise<FundHolder[]> {
    return this.read(appropriationId, fund, sql`sum(h.reserved + h.unpaid + h.paid) DESC`, limit);
  }

  /** Those that have something to give, the latest first. */
  latest(appropriationId: string, fund: Fund): Promise<FundHolder[]> {
    return this.read(appropriationId, fund, sql`d.proposed_at DESC`, null, sql`sum(h.reserved + h.unpaid)`);
  }

  private read(
    appropriationId: string,
    fund: Fund,
    order: Sql,
    limit: number | null,
    what = sql`sum(h.reserved + h.unpaid + h.paid)`,
  ): Promise<FundHolder[]> {
    return this.database.execute(
      sql`SELECT d.id AS "decisionId", d.status, a.registry_number AS "registryNumber", ${organisationJson} AS organisation,
          sum(h.reserved)::bigint AS reserved, sum(h.unpaid)::bigint AS unpaid, sum(h.paid)::bigint AS paid
        FROM ledger_holdings h JOIN decisions d ON d.id = h.decision_id JOIN applications a ON a.id = d.application_id
        JOIN organisations o ON o.id = d.organisation_id
        WHERE h.appropriation_id = ${appropriationId} AND h.fund = ${fund}
        GROUP BY d.id, a.id, o.id HAVING ${what} > 0 ORDER BY ${order}, d.id LIMIT ${limit}`,
    );
  }
}

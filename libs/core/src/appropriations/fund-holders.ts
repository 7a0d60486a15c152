import { Injectable } from '@nestjs/common';
import type { FundName } from '#domain/appropriations/amendment';
import type { DecisionStatus } from '#domain/decisions/decision.lifecycle';
import type { Kronor } from '#domain/shared/money';
import { organisationJson } from '#core/organisations';
import { Database, sql, type Sql } from '#platform/database';

export type Fund = FundName;

/** A case that holds money of a fund by its decisions, all years of the fund together. Kronor. */
export interface FundHolder {
  applicationId: string;
  /** Its decision in force, or the latest. */
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
    return this.read(appropriationId, fund, sql`h.reserved + h.unpaid + h.paid DESC`, limit);
  }

  /** Those that have something to give, the latest first. */
  latest(appropriationId: string, fund: Fund): Promise<FundHolder[]> {
    return this.read(appropriationId, fund, sql`d.proposed_at DESC`, null, sql`h.reserved + h.unpaid`);
  }

  private read(
    appropriationId: string,
    fund: Fund,
    order: Sql,
    limit: number | null,
    what = sql`h.reserved + h.unpaid + h.paid`,
  ): Promise<FundHolder[]> {
    return this.database.execute(
      sql`SELECT a.id AS "applicationId", d.id AS "decisionId", d.status, a.registry_number AS "registryNumber",
          ${organisationJson} AS organisation, h.reserved, h.unpaid, h.paid
        FROM (SELECT application_id, sum(reserved)::bigint AS reserved, sum(unpaid)::bigint AS unpaid, sum(paid)::bigint AS paid
          FROM ledger_holdings WHERE appropriation_id = ${appropriationId} AND fund = ${fund} GROUP BY application_id) h
        JOIN applications a ON a.id = h.application_id JOIN organisations o ON o.id = a.organisation_id
        JOIN LATERAL (SELECT id, status, proposed_at FROM decisions WHERE application_id = a.id
          ORDER BY status <> 'approved', proposed_at DESC LIMIT 1) d ON true
        WHERE ${what} > 0 ORDER BY ${order}, d.id LIMIT ${limit}`,
    );
  }
}

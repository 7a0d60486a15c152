import { Injectable } from '@nestjs/common';
import type { Account } from '#domain/payments/accounts/account';
import { accountInUse } from '#domain/payments/accounts/cooling-off';
import type { LocalDate } from '#domain/shared/local-date';
import { Database, sql } from '#platform/database';
import { PayeeAccount } from './payee-account.entity.js';

/** An approved account, as money is sent to it. */
export interface UsableAccount extends Account {
  id: string;
  organisationId: string;
  usableFrom: LocalDate;
  approvedAt: string;
}

@Injectable()
export class PayeeAccountRepository {
  constructor(private readonly database: Database) {}

  getForUpdate(id: string): Promise<PayeeAccount> {
    return this.database.lock(PayeeAccount, id);
  }

  /** True where the organisation has had no account approved: there is none that a new one could divert money from. */
  async isFirst(organisationId: string): Promise<boolean> {
    const [row] = await this.database.execute<{ isFirst: boolean }>(
      sql`SELECT NOT EXISTS (SELECT FROM payee_accounts WHERE organisation_id = ${organisationId}
            AND status IN ('approved', 'stopped')) AS "isFirst"`,
    );
    return row!.isFirst;
  }

  /** The approved accounts of these organisations, those that wait among them. Shared until the transaction ends. */
  approved(organisationIds: readonly string[]): Promise<UsableAccount[]> {
    return this.database.execute<UsableAccount>(
      sql`SELECT id, organisation_id AS "organisationId", kind, number, bic, usable_from AS "usableFrom",
            audit_time(approved_at) AS "approvedAt" FROM payee_accounts
          WHERE organisation_id = ANY(${organisationIds}::uuid[]) AND status = 'approved' ORDER BY id FOR SHARE`,
    );
  }

  /** The account in use on a day, by organisation. */
  async inUse(organisationIds: readonly string[], day: LocalDate): Promise<Map<string, UsableAccount>> {
    const approved = await this.approved(organisationIds);
    const used = organisationIds.flatMap((id) => {
      const account = accountInUse(
        approved.filter(({ organisationId }) => organisationId === id),
        day,
      );
      return account ? [[id, account] as const] : [];
    });
    return new Map(used);
  }
}

import { Injectable } from '@nestjs/common';
import type { YearAmount } from '#domain/shared/money';
import { Database, type Scope, sql } from '#platform/database';
import { CallBudget } from './call-budget.entity.js';
import { Call } from './call.entity.js';

@Injectable()
export class CallRepository {
  constructor(private readonly database: Database) {}

  getForUpdate(id: string): Promise<Call> {
    return this.database.lock(Call, id);
  }

  async find(scope: Scope, id: string): Promise<Call | undefined> {
    return this.database.readOne(
      scope,
      sql`SELECT id, version, status, programme_code AS "programmeCode", wording_from AS "wordingFrom", title,
            opens_on AS "opensOn", closes_on AS "closesOn", step, years, appropriation_code AS "appropriationCode"
          FROM calls WHERE id = ${id}`,
    );
  }

  async insertBudget(callId: string, budget: readonly YearAmount[]): Promise<void> {
    if (budget.length === 0) return;
    const rows = budget.map(({ year, amount }) => ({ callId, year, amount }));
    await this.database.manager.createQueryBuilder().insert().into(CallBudget).values(rows).execute();
  }
}

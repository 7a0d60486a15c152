import { Injectable } from '@nestjs/common';
import { REFERENCE_RATES, type ReferenceRate } from '#domain/recoveries/reference-rates';
import { Database, sql, type Scope } from '#platform/database';

@Injectable()
export class ReferenceRateRepository {
  constructor(private readonly database: Database) {}

  /** Those that Medel knows, and later ones as they were recorded, in order. */
  async all(scope: Scope): Promise<ReferenceRate[]> {
    const recorded = await this.database.read<ReferenceRate>(
      scope,
      sql`SELECT valid_from AS "validFrom", hundredths, source FROM reference_rates ORDER BY valid_from`,
    );
    return [...REFERENCE_RATES, ...recorded];
  }
}

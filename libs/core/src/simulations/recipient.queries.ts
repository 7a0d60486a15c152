import { Injectable } from '@nestjs/common';
import type { RecipientFacts } from '#domain/applications/facts';
import type { RecipientKind } from '#domain/regulations/index';
import { Database, sql, type Scope } from '#platform/database';

/** A recipient as the rules ask of it, and how many live there; `null` where nobody has counted. */
export interface Recipient extends RecipientFacts {
  population: number | null;
}

@Injectable()
export class RecipientQueries {
  constructor(private readonly database: Database) {}

  /** Everyone of these kinds, by code. A municipality without a code is in no register of measures, and is left out. */
  ofKinds(scope: Scope, kinds: readonly RecipientKind[]): Promise<Recipient[]> {
    return this.database.read<Recipient>(
      scope,
      sql`SELECT o.id, o.kind, o.code, o.name, o.population, coalesce(m.codes, '{}') AS "memberCodes" FROM organisations o
          LEFT JOIN (SELECT om.organisation_id, array_agg(m.code ORDER BY m.code) AS codes
            FROM organisation_members om JOIN organisations m ON m.id = om.member_id GROUP BY 1) m ON m.organisation_id = o.id
          WHERE o.kind = ANY(${kinds}::text[]) AND (o.kind <> 'municipality' OR o.code IS NOT NULL)
          ORDER BY array_position(${kinds}::text[], o.kind), o.code, o.name`,
    );
  }
}

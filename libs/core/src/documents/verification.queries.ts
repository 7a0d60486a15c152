import { Injectable } from '@nestjs/common';
import { Database, sql, type JsonText } from '#platform/database';

/** Where anyone asks whether a letter is the agency's; the checksum follows. */
export const verificationPath = (registryNumber: string): string =>
  `/api/v1/public/decisions/${registryNumber}/verification?sha256=`;

/** Anyone asks, so nobody's scope: what is answered is known to whoever holds the letter. */
const EVERYTHING = { organisationId: null };

@Injectable()
export class VerificationQueries {
  constructor(private readonly database: Database) {}

  /**
   * Whether a file with this checksum is a sealed letter of the case, and whether what it decided still holds. A number
   * that nobody has and a checksum of another file are answered alike. No name of anybody.
   */
  verify(registryNumber: string, sha256: string): Promise<JsonText> {
    return this.database.document(
      EVERYTHING,
      sql`SELECT jsonb_build_object('registryNumber', ${registryNumber}::text, 'sha256', ${sha256}::text,
            'verified', l.id IS NOT NULL, 'kind', l.kind, 'day', l.document->>'day', 'sealedAt', audit_time(l.sealed_at),
            'decisionStatus', d.status)::text AS body
          FROM (SELECT 1) asked
          LEFT JOIN applications a ON a.registry_number = ${registryNumber}
          LEFT JOIN letters l ON l.application_id = a.id AND l.sha256 = ${sha256}
          LEFT JOIN decisions d ON d.id = l.decision_id
          ORDER BY l.ordered_at LIMIT 1`,
    );
  }
}

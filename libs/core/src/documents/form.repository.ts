import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#domain/shared/local-date';
import { Database, sql } from '#platform/database';
import type { FormCall } from './application-form.js';

export interface PublishedCall extends FormCall {
  id: string;
  version: number;
  programmeCode: string;
  wordingFrom: LocalDate;
}

@Injectable()
export class FormRepository {
  constructor(private readonly database: Database) {}

  /** Anyone may read a call that was published. */
  published(id: string): Promise<PublishedCall | undefined> {
    return this.database.readOne(
      { organisationId: null },
      sql`SELECT id, version, programme_code AS "programmeCode", wording_from AS "wordingFrom", title, opens_on AS "opensOn",
            closes_on AS "closesOn", step, years FROM calls WHERE id = ${id} AND status <> 'draft'`,
    );
  }
}

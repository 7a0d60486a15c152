import { Injectable } from '@nestjs/common';
import type { RecipientFacts } from '#domain/applications/facts';
import type { RecipientKind } from '#domain/regulations/rule';
import type { Verdict } from '#domain/shared/finding';
import { Database, sql, type JsonText, type PageRequest, type Scope } from '#platform/database';

export interface OrganisationFilter {
  kind?: RecipientKind;
  q?: string;
  code?: string;
  /** Those to keep, by id, with what is to be shown of their eligibility; `undefined` keeps all. */
  verdicts?: Record<string, Verdict>;
}

/** How an organisation is shown wherever it is part of something else. */
export const organisationJson = sql`json_build_object('id', o.id, 'code', o.code, 'name', o.name, 'kind', o.kind)`;

const fullJson = sql`json_build_object('id', o.id, 'kind', o.kind, 'code', o.code, 'name', o.name,
  'organisationNumber', o.organisation_number, 'county', o.county, 'population', o.population,
  'sizeClass', o.size_class, 'municipalityGroup', o.municipality_group, 'isExample', o.is_example)`;

@Injectable()
export class OrganisationQueries {
  constructor(private readonly database: Database) {}

  list(scope: Scope, filter: OrganisationFilter, request: PageRequest): Promise<JsonText> {
    const where = [
      ...(filter.kind ? [sql`o.kind = ${filter.kind}`] : []),
      ...(filter.code ? [sql`o.code = ${filter.code}`] : []),
      ...(filter.q ? [sql`strpos(lower(o.name), lower(${filter.q})) > 0`] : []),
      ...(filter.verdicts ? [sql`o.id = ANY(${Object.keys(filter.verdicts)}::uuid[])`] : []),
    ];
    const sorts = {
      name: { by: sql`o.name`, type: 'text' as const },
      code: { by: sql`coalesce(o.code, '')`, type: 'text' as const },
      population: { by: sql`coalesce(o.population, 0)::bigint`, type: 'bigint' as const },
    };
    const from = sql`organisations o`;
    const item = filter.verdicts
      ? sql`(${fullJson}::jsonb || jsonb_build_object('verdict', ${JSON.stringify(filter.verdicts)}::jsonb->(o.id::text)))`
      : fullJson;
    return this.database.page(
      scope,
      { item, from, where, id: sql`o.id`, sorts, defaultSort: 'name' },
      request,
    );
  }

  one(scope: Scope, id: string): Promise<JsonText> {
    return this.database.document(
      scope,
      sql`SELECT ${fullJson}::text AS body FROM organisations o WHERE o.id = ${id}`,
    );
  }

  /** What the rules ask of recipients, of all of them. */
  recipients(scope: Scope): Promise<RecipientFacts[]> {
    return this.database.read<RecipientFacts>(
      scope,
      sql`SELECT o.id, o.kind, o.code, o.name, coalesce((SELECT json_agg(m.code ORDER BY m.code)
            FROM organisation_members om JOIN organisations m ON m.id = om.member_id
            WHERE om.organisation_id = o.id), '[]') AS "memberCodes"
          FROM organisations o ORDER BY o.kind, o.code, o.name`,
    );
  }

  /** Kinds of the organisations with these organisation numbers. */
  kindsByNumber(
    scope: Scope,
    numbers: string[],
  ): Promise<{ organisationNumber: string; kind: RecipientKind }[]> {
    return this.database.read(
      scope,
      sql`SELECT organisation_number AS "organisationNumber", kind FROM organisations
          WHERE organisation_number = ANY(${numbers}::text[])`,
    );
  }
}

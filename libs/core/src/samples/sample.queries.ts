import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { organisationJson } from '#core/organisations';
import { Database, sql, type JsonText, type PageRequest, type Sql } from '#platform/database';

export interface SampleFilter {
  callId?: string;
  year?: number;
}

const head = sql`jsonb_build_object('id', s.id, 'callId', s.call_id, 'programmeCode', s.programme_code, 'year', s.year,
  'size', s.size, 'population', s.population, 'seed', s.seed, 'isSeedChosen', s.seed_chosen, 'weights', s.weights,
  'proofs', s.proofs, 'drawnBy', s.drawn_by, 'drawnAt', audit_time(s.drawn_at))`;

const membersThat = (
  isDrawn: boolean,
): Sql => sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('reportId', r.id,
    'organisation', ${organisationJson}, 'registryNumber', a.registry_number, 'kind', r.kind, 'dueOn', r.due_on,
    'parts', m.parts, 'score', m.score, 'probability', jsonb_build_object('numerator', m.numerator,
      'denominator', m.denominator, 'value', round(m.numerator::numeric / m.denominator, 6)),
    'demand', (SELECT jsonb_build_object('id', e.id, 'status', e.status, 'sampleId', e.sample_id)
      FROM evidence_demands e WHERE e.report_id = r.id)) ORDER BY m.score DESC, r.id), '[]')
  FROM sample_members m JOIN reports r ON r.id = m.report_id JOIN organisations o ON o.id = r.organisation_id
  JOIN decisions d ON d.id = r.decision_id JOIN applications a ON a.id = d.application_id
  WHERE m.sample_id = s.id AND m.is_drawn = ${isDrawn})`;

@Injectable()
export class SampleQueries {
  constructor(private readonly database: Database) {}

  list(actor: Actor, { callId, year }: SampleFilter, request: PageRequest): Promise<JsonText> {
    const where = [
      ...(callId ? [sql`s.call_id = ${callId}`] : []),
      ...(year === undefined ? [] : [sql`s.year = ${year}`]),
    ];
    const sorts = { drawnAt: { by: sql`s.drawn_at`, type: 'timestamptz' as const } };
    const query = { item: head, from: sql`samples s`, where, id: sql`s.id`, sorts, defaultSort: '-drawnAt' };
    return this.database.page(actor, query, request);
  }

  /** With all that could have been drawn: whoever has the seed can draw it again. */
  one(actor: Actor, id: string): Promise<JsonText> {
    return this.database.document(
      actor,
      sql`SELECT (${head} || jsonb_build_object('drawn', ${membersThat(true)}, 'notDrawn', ${membersThat(false)}))::text
            AS body, s.version FROM samples s WHERE s.id = ${id}`,
    );
  }
}

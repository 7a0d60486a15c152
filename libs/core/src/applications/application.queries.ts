import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { seesAllCases } from '#domain/access/actor';
import { applicationLifecycle, type ApplicationStatus } from '#domain/applications/application.lifecycle';
import { caseActionsJson } from '#core/access';
import { organisationJson } from '#core/organisations';
import { contentFor } from '#core/submissions';
import { and, Database, sql, type JsonText, type PageRequest, type Sql } from '#platform/database';
import { foundBy } from './application.repository.js';
import { attachmentsJson } from './attachments/attachment.queries.js';
import { searchApplications } from './search.queries.js';

export interface ApplicationFilter {
  status?: ApplicationStatus;
  callId?: string;
  organisationId?: string;
  /** An officer's id, or `none`: cases that nobody has been given. */
  assignedTo?: string;
  /** A year that money is asked for. */
  year?: number;
  q?: string;
}

const from = sql`applications a JOIN calls c ON c.id = a.call_id JOIN organisations o ON o.id = a.organisation_id`;

/** Row security holds anyway; naming the organisation lets the index be used. */
const visibleTo = (actor: Actor): Sql[] => [
  seesAllCases(actor) ? foundBy(actor) : sql`a.organisation_id = ${actor.organisationId}`,
];

const actionsOf = (actor: Actor): Sql =>
  caseActionsJson(applicationLifecycle, actor, { status: sql`a.status`, applicationId: sql`a.id` });

export const APPLICATION_STATUSES = applicationLifecycle.states;

@Injectable()
export class ApplicationQueries {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, filter: ApplicationFilter, request: PageRequest): Promise<JsonText> {
    const { status, callId, organisationId, assignedTo, year, q } = filter;
    const search = q ? await searchApplications(this.database, actor, q) : null;
    const where = [
      ...visibleTo(actor),
      ...(status ? [sql`a.status = ${status}`] : []),
      ...(callId ? [sql`a.call_id = ${callId}`] : []),
      ...(organisationId ? [sql`a.organisation_id = ${organisationId}`] : []),
      ...(assignedTo === 'none' ? [sql`a.assigned_to IS NULL`] : []),
      ...(assignedTo && assignedTo !== 'none' ? [sql`a.assigned_to = ${assignedTo}`] : []),
      ...(year === undefined
        ? []
        : [
            // Its call first, by an index; and nothing at all is read of a year that no call has.
            sql`EXISTS (SELECT FROM calls WHERE ${year}::integer = ANY (years))`,
            sql`a.call_id = ANY (ARRAY(SELECT id FROM calls WHERE ${year}::integer = ANY (years)))`,
            sql`a.content->'requested' @> jsonb_build_array(jsonb_build_object('year', ${year}::integer))`,
          ]),
      ...(search ? [search.where] : []),
    ];
    const sorts = {
      updatedAt: { by: sql`a.updated_at`, type: 'timestamptz' as const },
      submittedAt: { by: sql`coalesce(a.submitted_at, 'infinity')`, type: 'timestamptz' as const },
      registryNumber: { by: sql`coalesce(a.registry_number, '')`, type: 'text' as const },
      organisation: { by: sql`o.name`, type: 'text' as const },
    };
    const content = contentFor(actor, 'a');
    const item = sql`json_build_object('id', a.id, 'registryNumber', a.registry_number, 'status', a.status,
      'title', ${content}->>'title', 'organisation', ${organisationJson}, 'callId', a.call_id,
      'call', json_build_object('id', c.id, 'title', c.title), 'programmeCode', c.programme_code, 'step', c.step,
      'requestedTotal', (SELECT coalesce(sum((r->>'amount')::bigint), 0) FROM jsonb_array_elements(${content}->'requested') r),
      'assignedTo', a.assigned_to, 'submittedAt', audit_time(a.submitted_at), 'updatedAt', audit_time(a.updated_at),
      'actions', ${actionsOf(actor)})`;
    const joined = search?.join ?? sql``;
    return this.database.page(
      actor,
      {
        item,
        from: sql`${from} ${joined}`,
        countFrom: sql`applications a ${joined}`,
        where,
        id: sql`a.id`,
        sorts,
        defaultSort: '-updatedAt',
      },
      request,
    );
  }

  one(actor: Actor, id: string): Promise<JsonText> {
    const agencyOnly = seesAllCases(actor)
      ? sql`jsonb_build_object(
          'assessments', (SELECT coalesce(jsonb_agg(jsonb_build_object('userId', s.user_id, 'criteria', s.criteria,
            'assessedAt', audit_time(s.assessed_at)) ORDER BY s.assessed_at), '[]') FROM assessments s WHERE s.application_id = a.id),
          'interestDeclarations', (SELECT coalesce(jsonb_agg(jsonb_build_object('userId', i.user_id, 'interest', i.interest,
            'note', i.note, 'declaredAt', audit_time(i.declared_at)) ORDER BY i.declared_at), '[]')
            FROM interest_declarations i WHERE i.application_id = a.id))`
      : sql`'{}'::jsonb`;
    return this.database.document(
      actor,
      sql`SELECT (${contentFor(actor, 'a')} || jsonb_build_object('id', a.id, 'registryNumber', a.registry_number, 'status', a.status,
          'organisation', ${organisationJson}, 'callId', a.call_id,
          'call', jsonb_build_object('id', c.id, 'title', c.title, 'programmeCode', c.programme_code, 'wordingFrom', c.wording_from,
            'opensOn', c.opens_on, 'closesOn', c.closes_on, 'step', c.step, 'years', c.years),
          'assignedTo', a.assigned_to, 'completion', a.completion, 'createdBy', a.created_by,
          'createdAt', audit_time(a.created_at), 'updatedAt', audit_time(a.updated_at), 'submittedAt', audit_time(a.submitted_at),
          'submissions', (SELECT coalesce(jsonb_agg(jsonb_build_object('number', s.number, 'contentSha256', s.content_sha256,
            'submittedBy', s.submitted_by, 'submittedAt', audit_time(s.submitted_at)) ORDER BY s.number), '[]')
            FROM submissions s WHERE s.subject_id = a.id),
          'attachments', ${attachmentsJson(actor)},
          'decisions', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'status', d.status, 'outcome', d.outcome)
            ORDER BY d.proposed_at), '[]') FROM decisions d WHERE d.application_id = a.id),
          'judgements', (SELECT coalesce(jsonb_agg(jsonb_build_object('findingCode', j.finding_code, 'path', j.path,
            'computed', j.computed, 'outcome', j.outcome, 'motive', j.motive, 'judgedBy', j.user_id,
            'judgedAt', audit_time(j.judged_at)) ORDER BY j.judged_at, j.id), '[]') FROM judgements j WHERE j.application_id = a.id),
          'actions', ${actionsOf(actor)}) || ${agencyOnly})::text AS body, a.version
        FROM ${from} WHERE a.id = ${id} AND ${and(visibleTo(actor))}`,
    );
  }
}

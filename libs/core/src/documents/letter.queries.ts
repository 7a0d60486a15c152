import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import type { LetterKind } from '#domain/documents/letter-kind';
import { letterLifecycle, type LetterStatus } from '#domain/documents/letter.lifecycle';
import { organisationJson } from '#core/organisations';
import { Database, sql, type JsonText, type PageRequest } from '#platform/database';

export interface LetterFilter {
  status?: LetterStatus;
  kind?: LetterKind;
  applicationId?: string;
  organisationId?: string;
}

const from = sql`letters l JOIN applications a ON a.id = l.application_id JOIN organisations o ON o.id = l.organisation_id`;

const letterJson = sql`jsonb_build_object('id', l.id, 'status', l.status, 'kind', l.kind, 'organisation', ${organisationJson},
  'applicationId', l.application_id, 'registryNumber', a.registry_number, 'decisionId', l.decision_id, 'recoveryId', l.recovery_id,
  'orderedAt', audit_time(l.ordered_at), 'sealedAt', audit_time(l.sealed_at), 'sha256', l.sha256, 'size', l.size,
  'blocks', coalesce(to_jsonb(l.blocks), '[]'))`;

export const LETTER_STATUSES = letterLifecycle.states;

@Injectable()
export class LetterQueries {
  constructor(private readonly database: Database) {}

  /** Row security shows a recipient its own, once they are sealed. */
  list(actor: Actor, filter: LetterFilter, request: PageRequest): Promise<JsonText> {
    const { status, kind, applicationId, organisationId } = filter;
    const where = [
      ...(actor.organisationId ? [sql`l.organisation_id = ${actor.organisationId}`] : []),
      ...(status ? [sql`l.status = ${status}`] : []),
      ...(kind ? [sql`l.kind = ${kind}`] : []),
      ...(applicationId ? [sql`l.application_id = ${applicationId}`] : []),
      ...(organisationId ? [sql`l.organisation_id = ${organisationId}`] : []),
    ];
    const sorts = { orderedAt: { by: sql`l.ordered_at`, type: 'timestamptz' as const } };
    const query = { item: letterJson, from, where, id: sql`l.id`, sorts, defaultSort: '-orderedAt' };
    return this.database.page(actor, query, request);
  }

  /** With what stands in it, `null` until it is sealed. */
  one(actor: Actor, id: string): Promise<JsonText> {
    return this.database.document(
      actor,
      sql`SELECT (${letterJson} || jsonb_build_object('document', l.document))::text AS body, l.version
          FROM ${from} WHERE l.id = ${id}`,
    );
  }
}

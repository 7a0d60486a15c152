import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { Database, sql, trusted, type JsonText, type Sql } from '#platform/database';
import { ACCOUNT_COLUMNS, OWN_COLUMNS } from './person-columns.js';

/** Why an account cannot be anonymised yet, and whether its name stands on records that are kept. */
export interface Remains {
  hasOpenCases: boolean;
  hasExportSchedules: boolean;
  isOnRecord: boolean;
}

/** What is held about one person. */
@Injectable()
export class PersonalDataRepository {
  constructor(private readonly database: Database) {}

  /**
   * All of it, of every account of the person that the account is of. Nothing that lets anybody in: no hash, no secret. What
   * somebody wrote is searched for the person's address and name among what their own organisation has written; it is
   * named and not shown, since another may bear the same name.
   */
  extract(actor: Actor, id: string, madeAt: Date): Promise<JsonText> {
    const ofPerson = (column: string) => sql`${trusted(column)} IN (SELECT id FROM accounts)`;
    return this.database.document(
      actor,
      sql`WITH accounts AS (SELECT u.* FROM users u WHERE u.person_id = (SELECT person_id FROM users WHERE id = ${id}))
        SELECT json_build_object('madeAt', audit_time(${madeAt}::timestamptz),
          'accounts', ${rows(sql`json_build_object('id', u.id, 'personId', u.person_id, 'name', u.name, 'email', u.email,
            'roles', u.roles, 'organisation', o.name, 'isActive', u.is_active, 'anonymisedAt', audit_time(u.anonymised_at))
            ORDER BY u.id`)} FROM accounts u LEFT JOIN organisations o ON o.id = u.organisation_id),
          'sessions', ${rows(sql`json_build_object('beganAt', audit_time(created_at), 'seenAt', audit_time(seen_at),
            'browser', browser, 'system', system, 'network', network) ORDER BY created_at`)}
            FROM sessions WHERE ${ofPerson('user_id')}),
          'secondFactors', ${rows(sql`json_build_object('kind', kind, 'name', name, 'addedAt', audit_time(created_at),
            'lastUsedAt', audit_time(last_used_at)) ORDER BY created_at`)} FROM second_factors WHERE ${ofPerson('user_id')}),
          'recoveryCodes', (SELECT count(*) FROM recovery_codes WHERE ${ofPerson('user_id')}),
          'apiKeys', ${rows(sql`json_build_object('name', name, 'scopes', scopes, 'createdAt', audit_time(created_at),
            'expiresOn', expires_on, 'lastUsedAt', audit_time(last_used_at)) ORDER BY created_at`)}
            FROM api_keys WHERE ${ofPerson('user_id')}),
          'identities', ${rows(sql`json_build_object('issuer', issuer, 'subject', subject, 'linkedAt', audit_time(linked_at))
            ORDER BY linked_at`)} FROM user_identities WHERE ${ofPerson('user_id')}),
          'links', ${rows(sql`json_build_object('purpose', purpose, 'expiresAt', audit_time(expires_at)) ORDER BY expires_at`)}
            FROM user_invitations WHERE ${ofPerson('user_id')}),
          'keptAnswers', (SELECT count(*) FROM idempotency_keys WHERE ${ofPerson('actor_id')}),
          'events', ${rows(sql`json_build_object('at', audit_time(at), 'action', action, 'by', actor_id, 'data', data)
            ORDER BY id`)} FROM audit_events WHERE subject_type = 'user' AND ${ofPerson('subject_id')}),
          'acts', ${rows(sql`json_build_object('at', audit_time(at), 'action', action, 'subjectType', subject_type,
            'subjectId', subject_id) ORDER BY id`)} FROM audit_events WHERE ${ofPerson('actor_id')}),
          'named', ${rows(sql`json_build_object('thing', thing, 'field', field, 'id', id) ORDER BY thing, field, id`)}
            FROM (${namedRows()}) n),
          'mentioned', ${rows(sql`json_build_object('thing', thing, 'id', m.id, 'by', by) ORDER BY thing, m.id`)}
            FROM (${mentions()}) m)
        )::text AS body FROM users WHERE id = ${id}`,
    );
  }

  async remains(id: string): Promise<Remains> {
    const [row] = await this.database.execute<Remains>(
      sql`SELECT EXISTS (SELECT FROM applications WHERE assigned_to = ${id}
              AND status IN ('submitted', 'underAssessment', 'completionRequested', 'proposed')) AS "hasOpenCases",
            EXISTS (SELECT FROM export_schedules WHERE owned_by = ${id} AND status <> 'ended') AS "hasExportSchedules",
            EXISTS (SELECT FROM audit_events e WHERE e.actor_id = ${id}
              AND e.subject_type NOT IN ('user', 'export', 'exportSchedule', 'fileScan')
              AND NOT (e.subject_type = 'application' AND EXISTS (SELECT FROM applications a
                WHERE a.id = e.subject_id AND a.status IN ('draft', 'discarded'))))
              OR EXISTS (SELECT FROM exports WHERE requested_by = ${id} AND manifest IS NOT NULL) AS "isOnRecord"`,
    );
    return row!;
  }

  /** What the account was let in by, and what was remembered for it. */
  async removeOwn(id: string): Promise<void> {
    for (const [table, column] of Object.entries(OWN_COLUMNS))
      await this.database.execute(sql`DELETE FROM ${trusted(table)} WHERE ${trusted(column)} = ${id}`);
  }
}

/** A subselect whose FROM follows; no row is an empty list. */
const rows = (item: Sql): Sql => sql`(SELECT coalesce(json_agg(${item}), '[]'::json)`;

const camel = (name: string): string => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

function namedRows(): Sql {
  const parts = Object.entries(ACCOUNT_COLUMNS).flatMap(([table, columns]) =>
    columns.map((column) =>
      trusted(`SELECT '${camel(table)}' AS thing, '${camel(column)}' AS field, id FROM ${table}
        WHERE ${column} IN (SELECT id FROM accounts)`),
    ),
  );
  const receivers = sql`SELECT 'exportSchedules' AS thing, 'recipients' AS field, s.id FROM export_schedules s, accounts u WHERE u.id = ANY (s.recipients)`;
  return parts.reduce((all, next) => sql`${all} UNION ALL ${next}`, receivers);
}

/** By the address, else by the name. */
function mentions(): Sql {
  const written = [
    ['applications', 'content'],
    ['applications', 'draft'],
    ['submissions', 'content'],
    ['reports', 'content'],
    ['reports', 'draft'],
    ['letters', 'facts'],
  ].map(([table, column]) =>
    trusted(`SELECT DISTINCT ON (t.id) '${table}' AS thing, t.id,
        CASE WHEN strpos(lower(t.${column}::text), u.email) > 0 THEN 'email' ELSE 'name' END AS by
      FROM accounts u JOIN ${table} t ON t.organisation_id = u.organisation_id
      WHERE strpos(lower(t.${column}::text), u.email) > 0 OR strpos(lower(t.${column}::text), lower(u.name)) > 0`),
  );
  return written.map((each) => sql`(${each})`).reduce((all, next) => sql`${all} UNION ALL ${next}`);
}

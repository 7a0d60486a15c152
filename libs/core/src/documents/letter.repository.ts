import { Injectable } from '@nestjs/common';
import { Database, sql, type Scope, type Sql } from '#platform/database';
import { NotFound } from '#platform/errors';
import { isUnderWay } from '#platform/outbox';
import type { LetterSubject } from './letter-subject.js';
import { Letter } from './letter.entity.js';

const dayOf = (moment: Sql): Sql => sql`(${moment} AT TIME ZONE 'Europe/Stockholm')::date`;
const nameOf = (user: Sql): Sql => sql`(SELECT u.name FROM users u WHERE u.id = ${user})`;

/** Who assessed the case or judged a finding, and neither presented nor decided it. One name per person. */
const othersOf = sql`(SELECT coalesce(jsonb_agg(name ORDER BY name), '[]') FROM (
  SELECT DISTINCT ON (w.person_id) u.name FROM (
    SELECT person_id, user_id, assessed_at AS at FROM assessments WHERE application_id = d.application_id
    UNION ALL SELECT person_id, user_id, judged_at FROM judgements WHERE application_id = d.application_id) w
  JOIN users u ON u.id = w.user_id
  WHERE w.person_id NOT IN (d.prepared_by_person, d.decided_by_person) AND w.at <= d.decided_at ORDER BY w.person_id, w.at) t)`;

const decisionJson = sql`(SELECT jsonb_build_object('decidedOn', ${dayOf(sql`d.decided_at`)}, 'decidedBy', ${nameOf(sql`d.decided_by`)},
    'presentedBy', ${nameOf(sql`d.prepared_by`)}, 'others', ${othersOf}, 'reasons', d.reasons, 'conditions', d.conditions,
    'reportsDue', d.reports_due, 'instalments', d.instalments, 'evidence', d.evidence, 'difference', d.difference,
    'amendsOn', (SELECT ${dayOf(sql`e.decided_at`)} FROM decisions e WHERE e.id = d.amends_id),
    'revocation', CASE WHEN d.revoked_at IS NOT NULL THEN d.revocation || jsonb_build_object(
      'revokedBy', ${nameOf(sql`d.revoked_by`)}, 'revokedOn', ${dayOf(sql`d.revoked_at`)}) END)
  FROM decisions d WHERE d.id = l.decision_id)`;

const recoveryJson = sql`(SELECT jsonb_build_object('decidedOn', ${dayOf(sql`r.decided_at`)}, 'decidedBy', ${nameOf(sql`r.decided_by`)},
    'presentedBy', ${nameOf(sql`r.considered_by`)},
    'others', CASE WHEN r.notified_by_person IN (r.considered_by_person, r.decided_by_person) THEN '[]'::jsonb
      ELSE jsonb_build_array(${nameOf(sql`r.notified_by`)}) END,
    'grantedOn', (SELECT ${dayOf(sql`d.decided_at`)} FROM decisions d WHERE d.id = r.decision_id), 'amount', r.amount, 'years', r.years,
    'grounds', r.grounds, 'reasons', r.reasons, 'notifiedOn', ${dayOf(sql`r.notified_at`)}, 'answerBy', r.answer_by,
    'hasAnswered', r.answers <> '[]', 'withoutAnswer', r.without_answer, 'dueOn', r.due_on)
  FROM recoveries r WHERE r.id = l.recovery_id)`;

@Injectable()
export class LetterRepository {
  constructor(private readonly database: Database) {}

  getForUpdate(id: string): Promise<Letter> {
    return this.database.lock(Letter, id);
  }

  /** The case of a letter, as it is told in it. */
  async subject(id: string): Promise<LetterSubject> {
    const [row] = await this.database.execute<{ subject: LetterSubject }>(
      sql`SELECT jsonb_build_object('registryNumber', a.registry_number, 'submittedOn', ${dayOf(sql`a.submitted_at`)},
            'project', a.content->>'title', 'requested', a.content->'requested',
            'recipient', jsonb_build_object('name', o.name, 'organisationNumber', o.organisation_number),
            'call', jsonb_build_object('title', c.title, 'programmeCode', c.programme_code, 'wordingFrom', c.wording_from),
            'orderedBy', ${nameOf(sql`l.ordered_by`)}, 'orderedOn', ${dayOf(sql`l.ordered_at`)},
            'decision', ${decisionJson}, 'recovery', ${recoveryJson}) AS subject
          FROM letters l JOIN applications a ON a.id = l.application_id JOIN calls c ON c.id = a.call_id
          JOIN organisations o ON o.id = l.organisation_id WHERE l.id = ${id}`,
    );
    return row!.subject;
  }

  /** A sealed letter as it is handed out. Where a decision has several, the one that was ordered first: of its making. */
  async sealed(
    scope: Scope,
    by: { id: string } | { decisionId: string },
  ): Promise<Pick<Letter, 'id' | 'kind' | 'fileKey' | 'sha256' | 'size'> & { registryNumber: string }> {
    const where = 'id' in by ? sql`l.id = ${by.id}` : sql`l.decision_id = ${by.decisionId}`;
    const found = await this.database.readOne<Letter & { registryNumber: string }>(
      scope,
      sql`SELECT l.id, l.kind, l.file_key AS "fileKey", l.sha256, l.size, a.registry_number AS "registryNumber"
          FROM letters l JOIN applications a ON a.id = l.application_id
          WHERE ${where} AND l.status = 'sealed' ORDER BY l.ordered_at, l.id LIMIT 1`,
    );
    if (!found) throw new NotFound();
    return found;
  }

  /** Letters whose order the queue may have lost: still to be made though nothing is on its way. */
  async unsealed(seconds: number): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(
      { organisationId: null },
      sql`SELECT l.id FROM letters l WHERE l.status = 'ordered' AND l.ordered_at < now() - make_interval(secs => ${seconds})
            AND NOT ${isUnderWay(sql`l.id`, seconds)}
          ORDER BY l.ordered_at LIMIT 1000`,
    );
    return rows.map((row) => row.id);
  }
}

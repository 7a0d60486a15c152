import { isInQuarantine } from '#core/sent-files';
import { list, sql, trusted, type Sql } from '#platform/database';

/** Where a file lies in the bundle. */
const letterName = sql`'letters/' || to_char(t.ordered_at AT TIME ZONE 'Europe/Stockholm', 'YYYY-MM-DD') || '-' || t.kind || '-'
  || t.id || '.pdf'`;
const submissionName = sql`'submissions/' || t.subject_type || '-' || t.subject_id || '-' || t.number || '.json'`;
/** Only the ending is the sender's: a name that somebody else chose is no path. */
const sentName = (folder: string): Sql =>
  sql`${trusted(`'${folder}/'`)} || t.id || coalesce(lower(substring(t.file_name from '\\.[A-Za-z0-9]{1,5}$')), '')`;

const isFree = sql`NOT ${isInQuarantine(sql`t.file_key`)}`;
/** One that nobody may have, or that is no longer kept, is told of, and is not there. */
const freeName = (folder: string): Sql => sql`CASE WHEN ${isFree} THEN ${sentName(folder)} END`;

const isAttachmentThere = sql`(${isFree} AND t.thinned_at IS NULL AND t.submission_number IS NOT NULL)`;
const attachmentName = sql`CASE WHEN ${isAttachmentThere} THEN ${sentName('attachments')} END`;

const decisions = sql`SELECT id FROM decided`;
const reports = sql`SELECT id FROM reported`;
const payments = sql`SELECT id FROM payments WHERE decision_id IN (${decisions})`;
const recoveries = sql`SELECT id FROM recoveries WHERE decision_id IN (${decisions})`;
const demands = sql`SELECT id FROM evidence_demands WHERE report_id IN (${reports})`;

/** Not handed in: the recipient's own. */
const DRAFT = ['draft'];

interface Rows {
  where: Sql;
  order?: Sql;
  /** Columns that are of other cases too, or lie in the bundle as a file. */
  without?: readonly string[];
  /** The file that a row tells of; `null` where it has none. */
  file?: Sql;
}

/** Whole rows of a table with the names that the API has: a new column is there without anybody having thought of it. */
function rows(table: string, { where, order = sql`t.id`, without = [], file }: Rows): Sql {
  const row = sql`to_jsonb(t) - ${without}::text[]${file ? sql` || jsonb_build_object('file', ${file})` : sql``}`;
  return sql`${trusted(`'${camel(table)}'`)}, (SELECT coalesce(jsonb_agg((
      SELECT jsonb_object_agg(lower(left(words, 1)) || substr(words, 2), value)
      FROM (SELECT replace(initcap(replace(key, '_', ' ')), ' ', '') AS words, value FROM jsonb_each(${row})) named)
    ORDER BY ${order}), '[]') FROM ${trusted(table)} t WHERE ${where})`;
}

const camel = (table: string) => table.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

const document = (name: string, tables: readonly Sql[]): Sql =>
  sql`(${trusted(`'case/${name}.json'`)}, jsonb_build_object(${list(tables)}))`;

/** The case as JSON, `{ name, content }` each, and every submission word by word as it was signed. One row. */
export function caseDocuments(applicationId: string, subjects: Sql): Sql {
  const ofCase = sql`t.application_id = ${applicationId}::uuid`;
  const ofDecision = sql`t.decision_id IN (${decisions})`;
  const ofReport = sql`t.report_id IN (${reports})`;
  const submitted = sql`(t.subject_type = 'application' AND t.subject_id = ${applicationId}::uuid)
    OR (t.subject_type = 'report' AND t.subject_id IN (${reports}))`;
  const documents = [
    document('application', [
      rows('applications', { where: sql`t.id = ${applicationId}::uuid`, without: DRAFT }),
      rows('submissions', {
        where: submitted,
        order: sql`t.submitted_at, t.id`,
        without: ['content'],
        file: submissionName,
      }),
      rows('application_attachments', {
        where: sql`${ofCase} AND t.removed_at IS NULL AND t.submission_number IS NOT NULL`,
        order: sql`t.added_at, t.id`,
        file: attachmentName,
      }),
      rows('organisations', { where: sql`t.id = (SELECT organisation_id FROM applied)` }),
      rows('calls', { where: sql`t.id = (SELECT call_id FROM applied)` }),
    ]),
    document('assessment', [
      rows('interest_declarations', { where: ofCase, order: sql`t.declared_at, t.id` }),
      rows('assessments', { where: ofCase, order: sql`t.assessed_at, t.id` }),
      rows('judgements', { where: ofCase, order: sql`t.judged_at, t.id` }),
    ]),
    document('decisions', [
      rows('decisions', { where: ofCase, order: sql`t.proposed_at, t.id` }),
      rows('decision_years', { where: ofDecision, order: sql`t.year, t.id` }),
      rows('condition_judgements', { where: ofDecision, order: sql`t.judged_at, t.id` }),
      rows('co_financing_proofs', { where: ofCase, order: sql`t.recorded_at, t.id` }),
    ]),
    document('payments', [
      rows('payments', { where: ofDecision, order: sql`t.pay_on, t.id` }),
      rows('payment_file_lines', { where: sql`t.payment_id IN (${payments})`, order: sql`t.payment_id` }),
      rows('payment_files', {
        where: sql`t.id IN (SELECT payment_file_id FROM lined)`,
        without: ['content'],
      }),
      rows('payment_settlements', {
        where: sql`t.payment_file_id IN (SELECT payment_file_id FROM lined)`,
        without: ['content', 'rows'],
      }),
      rows('payee_accounts', { where: sql`t.id IN (SELECT account_id FROM lined)` }),
    ]),
    document('reports', [
      rows('reports', { where: ofDecision, order: sql`t.year, t.id`, without: DRAFT }),
      rows('settlements', { where: ofReport, order: sql`t.report_id, t.year` }),
      rows('accounting_imports', { where: ofReport, file: freeName('accounting') }),
      rows('evidence_demands', { where: ofReport }),
      rows('evidence_files', {
        where: sql`t.demand_id IN (${demands})`,
        order: sql`t.sent_at, t.id`,
        file: freeName('evidence'),
      }),
      rows('sample_members', { where: ofReport, order: sql`t.sample_id, t.report_id` }),
      rows('samples', {
        where: sql`t.id IN (SELECT m.sample_id FROM sample_members m WHERE m.report_id IN (${reports}))`,
      }),
    ]),
    document('recoveries', [
      rows('recoveries', { where: ofDecision, order: sql`t.considered_at, t.id` }),
      rows('recovery_balances', { where: sql`t.recovery_id IN (${recoveries})`, order: sql`t.recovery_id` }),
      rows('recovery_postings', {
        where: sql`t.recovery_id IN (${recoveries})`,
        order: sql`t.posted_at, t.id`,
      }),
      rows('recovery_entries', {
        where: sql`t.posting_id IN (SELECT id FROM recovery_postings WHERE recovery_id IN (${recoveries}))`,
      }),
      rows('reference_rates', { where: sql`EXISTS (${recoveries})`, order: sql`t.valid_from` }),
    ]),
    document('ledger', [
      rows('ledger_transactions', {
        where: sql`t.subject_id IN (SELECT subject_id FROM own)`,
        order: sql`t.posted_at, t.id`,
      }),
      rows('ledger_entries', {
        where: sql`t.transaction_id IN (SELECT id FROM ledger_transactions WHERE subject_id IN (SELECT subject_id FROM own))`,
      }),
      rows('ledger_holdings', { where: ofCase, order: sql`t.year, t.appropriation_id, t.fund` }),
    ]),
    document('letters', [
      rows('letters', {
        where: ofCase,
        order: sql`t.ordered_at, t.id`,
        file: sql`CASE WHEN t.file_key IS NOT NULL THEN ${letterName} END`,
      }),
    ]),
    document('people', [
      rows('users', {
        where: sql`t.id IN (SELECT actor_id FROM audit_events e JOIN subjects s USING (subject_type, subject_id))`,
        without: ['email', 'password_hash', 'is_active'],
      }),
    ]),
    sql`('case/subjects.json', jsonb_build_object('subjects', (SELECT jsonb_agg(jsonb_build_object('subjectType', subject_type,
      'subject', subject_id, 'version', version) ORDER BY subject_type, subject_id) FROM subjects)))`,
  ];
  return sql`WITH subjects AS MATERIALIZED (${subjects}),
      -- What the ledger is posted about; the money of an appropriation is not one case's.
      own AS (SELECT subject_id FROM subjects WHERE subject_type NOT IN ('call', 'appropriation', 'sample')),
      applied AS (SELECT organisation_id, call_id FROM applications WHERE id = ${applicationId}::uuid),
      decided AS (SELECT id FROM decisions WHERE application_id = ${applicationId}::uuid),
      reported AS (SELECT id FROM reports WHERE decision_id IN (${decisions})),
      lined AS (SELECT payment_file_id, account_id FROM payment_file_lines WHERE payment_id IN (${payments}))
    SELECT json_agg(json_build_object('name', name, 'content', content)) AS documents FROM (
      SELECT name, jsonb_pretty(content) || E'\\n' AS content FROM (VALUES ${list(documents)}) d (name, content)
      UNION ALL SELECT ${submissionName}, t.content::text FROM submissions t WHERE ${submitted}) whole`;
}

/** The stored files of a case, `{ name, key, sha256 }` each. One row. */
export function caseFiles(applicationId: string): Sql {
  const ofReport = sql`report_id IN (SELECT r.id FROM reports r JOIN decisions d ON d.id = r.decision_id
    WHERE d.application_id = ${applicationId}::uuid)`;
  return sql`SELECT coalesce(json_agg(json_build_object('name', name, 'key', file_key, 'sha256', sha256) ORDER BY name), '[]') AS files
    FROM (
      SELECT ${letterName} AS name, file_key, sha256 FROM letters t
        WHERE application_id = ${applicationId}::uuid AND file_key IS NOT NULL
      UNION ALL SELECT ${sentName('attachments')}, file_key, sha256 FROM application_attachments t
        WHERE application_id = ${applicationId}::uuid AND removed_at IS NULL AND ${isAttachmentThere}
      UNION ALL SELECT ${sentName('accounting')}, file_key, sha256 FROM accounting_imports t WHERE ${ofReport} AND ${isFree}
      UNION ALL SELECT ${sentName('evidence')}, file_key, sha256 FROM evidence_files t
        WHERE demand_id IN (SELECT id FROM evidence_demands WHERE ${ofReport}) AND ${isFree}) stored`;
}

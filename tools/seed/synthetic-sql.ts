/**
 * Copies of one case that went through the services, made by INSERT … SELECT. Every change still has its version, its
 * audit event and its step in the lifecycle: the database refuses anything else at commit.
 *
 * `batch`: n, id, decision_id, organisation_id, at. `model`: the case that is copied. By n: submitted, under
 * assessment, rejected, granted.
 */
export const BATCH_TABLE = `
  CREATE TEMP TABLE batch (n integer, id uuid, decision_id uuid, organisation_id uuid, at timestamptz(3)) ON COMMIT DELETE ROWS`;

/** $1: the application that is copied. */
export const MODEL_TABLE = `
  CREATE TEMP TABLE model AS
  SELECT a.id, a.call_id, a.content, a.created_by, a.assigned_to, s.evidence, s.submitted_by, d.id AS decision_id,
    ap.person_id AS applicant_person, sp.person_id AS signatory_person, op.person_id AS officer_person
  FROM applications a JOIN submissions s ON s.subject_id = a.id JOIN decisions d ON d.application_id = a.id
  JOIN users ap ON ap.id = a.created_by JOIN users sp ON sp.id = s.submitted_by JOIN users op ON op.id = a.assigned_to
  WHERE a.id = $1`;

/** $1: how many there are; $2, $3: new ids of cases and decisions; $4: the synthetic organisations. */
export const FILL = `
  INSERT INTO batch SELECT $1::integer + row_number() OVER (), i.id, i.decision_id,
    ($4::uuid[])[1 + ($1::integer + row_number() OVER ()) % cardinality($4::uuid[])], now() - ($1::integer + row_number() OVER ()) * interval '20 ms'
  FROM unnest($2::uuid[], $3::uuid[]) AS i(id, decision_id)`;

const event = (
  subject: string,
  action: string,
  version: number,
  { rows, person, data }: { rows: string; person: 'applicant' | 'signatory' | 'officer'; data: string },
): string => {
  const user = { applicant: 'm.created_by', signatory: 'm.submitted_by', officer: 'm.assigned_to' }[person];
  return `INSERT INTO audit_events (subject_type, subject_id, seq, organisation_id, action, actor_id, actor_person, at, data)
    SELECT '${subject}', x.id, ${version}, x.organisation_id, '${action}', ${user}, m.${person}_person, x.at, ${data}
    FROM model m, (${rows}) x`;
};

/** An event by the decision maker of the model. */
const decided = (
  subject: string,
  action: string,
  version: number,
  { rows, data }: { rows: string; data: string },
): string =>
  `INSERT INTO audit_events (subject_type, subject_id, seq, organisation_id, action, actor_id, actor_person, at, data)
    SELECT '${subject}', x.id, ${version}, x.organisation_id, '${action}', d.decided_by, d.decided_by_person, x.at, ${data}
    FROM model m JOIN decisions d ON d.id = m.decision_id, (${rows}) x`;

const cases = (where: string): string => `SELECT * FROM batch WHERE ${where}`;
const step = (from: string, to: string, more = ''): string =>
  `json_build_object('from', '${from}', 'to', '${to}'${more})`;
const ASSESSED = 'n % 4 > 0';
const PROPOSED = 'n % 4 > 1';
const GRANTED = 'n % 4 = 3';

const move = (status: string, version: number, where: string, more = ''): string =>
  `UPDATE applications a SET status = '${status}', version = ${version} ${more} FROM batch b, model m WHERE a.id = b.id AND ${where}`;

/** Rows that belong to the copies of the granted decision. */
const ofDecisions = (table: string, columns: string): string =>
  `SELECT t.*, b.organisation_id AS owner, b.decision_id AS copied, b.at ${columns}
   FROM ${table} t JOIN model m ON m.decision_id = t.decision_id, batch b WHERE ${GRANTED}`;
const copied = (table: string, where = 'true'): string =>
  `SELECT t.*, b.at FROM ${table} t JOIN batch b ON b.decision_id = t.decision_id WHERE ${where}`;

const posting = (act: string, from: string, to: string, by: string, fund: string): string => `
  WITH made AS (SELECT gen_random_uuid() AS id, decision_id, at FROM batch WHERE ${GRANTED}),
    posting AS (INSERT INTO ledger_transactions (id, act, subject_type, subject_id, actor_id, day, posted_at)
      SELECT made.id, '${act}', 'decision', made.decision_id, ${by}, made.at::date, made.at
      FROM made, model m JOIN decisions d ON d.id = m.decision_id)
  INSERT INTO ledger_entries (transaction_id, day, appropriation_id, fund, account, year, amount)
  SELECT made.id, made.at::date, d.appropriation_id, ${fund}, side.account, y.year, side.sign * y.amount
  FROM made JOIN decision_years y ON y.decision_id = made.decision_id JOIN decisions d ON d.id = y.decision_id
  JOIN appropriations a ON a.id = d.appropriation_id, (VALUES ('${from}', -1), ('${to}', 1)) AS side(account, sign)`;
const FUND = `CASE WHEN y.year <= a.year THEN 'appropriation' ELSE 'commitmentLimit' END`;

const APPLICATIONS: readonly string[] = [
  `INSERT INTO applications (id, version, status, organisation_id, call_id, content, created_by, created_at, updated_at)
    SELECT b.id, 1, 'draft', b.organisation_id, m.call_id,
      jsonb_set(m.content, '{title}', to_jsonb('Syntetiskt ärende ' || b.n || ' (demo)')), m.created_by, b.at, b.at FROM batch b, model m`,
  event('application', 'create', 1, {
    rows: cases('true'),
    person: 'applicant',
    data: `json_build_object('callId', m.call_id)`,
  }),
  move(
    'submitted',
    2,
    'true',
    `, registry_number = next_registry_number(extract(year FROM b.at)::integer), submitted_at = b.at`,
  ),
  `INSERT INTO submissions (id, subject_type, subject_id, organisation_id, number, content, content_sha256, evidence, submitted_by, submitted_at)
    SELECT gen_random_uuid(), 'application', a.id, a.organisation_id, 1, a.content,
      encode(sha256(convert_to(a.content::text, 'UTF8')), 'hex'),
      jsonb_set(m.evidence, '{facts,recipient}', jsonb_build_object('id', o.id, 'kind', o.kind, 'code', o.code, 'name', o.name,
        'memberCodes', '[]'::jsonb)), m.submitted_by, b.at
    FROM batch b JOIN applications a ON a.id = b.id JOIN organisations o ON o.id = b.organisation_id, model m`,
  event('application', 'submit', 2, {
    rows: `SELECT b.*, s.content_sha256 FROM batch b JOIN submissions s ON s.subject_id = b.id`,
    person: 'signatory',
    data: step('draft', 'submitted', `, 'number', 1, 'contentSha256', x.content_sha256`),
  }),
  move('underAssessment', 3, ASSESSED, ', assigned_to = m.assigned_to'),
  event('application', 'start-assessment', 3, {
    rows: cases(ASSESSED),
    person: 'officer',
    data: step('submitted', 'underAssessment'),
  }),
];

const DECISIONS: readonly string[] = [
  `INSERT INTO decisions (id, version, status, organisation_id, application_id, appropriation_id, outcome, reasons, conditions,
      reports_due, instalments, evidence, prepared_by, prepared_by_person, proposed_at)
    SELECT b.decision_id, 1, 'proposed', b.organisation_id, b.id, CASE WHEN ${GRANTED} THEN d.appropriation_id END,
      CASE WHEN ${GRANTED} THEN 'approve' ELSE 'reject' END, d.reasons, d.conditions,
      CASE WHEN ${GRANTED} THEN d.reports_due ELSE '[]' END, d.instalments, d.evidence, d.prepared_by, d.prepared_by_person, b.at
    FROM batch b, model m JOIN decisions d ON d.id = m.decision_id WHERE ${PROPOSED}`,
  event('decision', 'create', 1, {
    rows: `SELECT d.*, b.at FROM batch b JOIN decisions d ON d.id = b.decision_id`,
    person: 'officer',
    data: `json_build_object('outcome', x.outcome)`,
  }),
  `INSERT INTO decision_years (id, version, status, organisation_id, decision_id, appropriation_id, year, amount)
    SELECT gen_random_uuid(), 1, 'conditional', owner, copied, appropriation_id, year, amount FROM (${ofDecisions('decision_years', '')}) x`,
  event('decisionYear', 'create', 1, {
    rows: copied('decision_years'),
    person: 'officer',
    data: `json_build_object('year', x.year, 'amount', x.amount)`,
  }),
  move('proposed', 4, PROPOSED),
  event('application', 'propose', 4, {
    rows: cases(PROPOSED),
    person: 'officer',
    data: step('underAssessment', 'proposed'),
  }),
  `UPDATE decisions d SET status = 'approved', version = 2, decided_by = o.decided_by, decided_by_person = o.decided_by_person,
      decided_at = b.at FROM batch b, model m JOIN decisions o ON o.id = m.decision_id WHERE d.id = b.decision_id`,
  decided('decision', 'approve', 2, {
    rows: `SELECT c.*, b.at FROM batch b JOIN decisions c ON c.id = b.decision_id`,
    data: step('proposed', 'approved', `, 'outcome', x.outcome`),
  }),
  move('decided', 5, PROPOSED),
  decided('application', 'decide', 5, { rows: cases(PROPOSED), data: step('proposed', 'decided') }),
];

const FIRM = `EXISTS (SELECT FROM appropriations a WHERE a.id = t.appropriation_id AND t.year <= a.year)`;
const OPEN = `EXISTS (SELECT FROM decision_years y WHERE y.decision_id = t.decision_id AND y.year = t.year AND y.status = 'firm')`;

const GRANTS: readonly string[] = [
  `UPDATE decision_years t SET status = 'firm', version = 2 FROM batch b WHERE t.decision_id = b.decision_id AND ${FIRM}`,
  decided('decisionYear', 'confirm', 2, {
    rows: copied('decision_years', FIRM),
    data: step('conditional', 'firm'),
  }),
  `INSERT INTO payments (id, version, status, organisation_id, decision_id, decision_year_id, year, instalment, amount, pay_on,
      prepared_by_person, decided_by_person)
    SELECT gen_random_uuid(), 1, 'planned', owner, copied, (SELECT y.id FROM decision_years y WHERE y.decision_id = x.copied
      AND y.year = x.year), year, instalment, amount, pay_on, prepared_by_person, decided_by_person FROM (${ofDecisions('payments', '')}) x`,
  decided('payment', 'create', 1, {
    rows: copied('payments'),
    data: `json_build_object('year', x.year, 'instalment', x.instalment, 'amount', x.amount, 'payOn', x.pay_on)`,
  }),
  `INSERT INTO reports (id, version, status, organisation_id, decision_id, kind, year, due_on, content, updated_at)
    SELECT gen_random_uuid(), 1, 'upcoming', owner, copied, kind, year, due_on, content, at FROM (${ofDecisions('reports', '')}) x`,
  decided('report', 'create', 1, {
    rows: copied('reports'),
    data: `json_build_object('kind', x.kind, 'year', x.year, 'dueOn', x.due_on)`,
  }),
  `UPDATE reports t SET status = 'open', version = 2 FROM batch b WHERE t.decision_id = b.decision_id AND ${OPEN}`,
  decided('report', 'open', 2, { rows: copied('reports', OPEN), data: step('upcoming', 'open') }),
];

/** Last, with what the commit would check before it: everybody waits for the appropriation's row. */
const POSTINGS: readonly string[] = [
  'SET CONSTRAINTS ALL IMMEDIATE',
  posting('reserve', 'available', 'reserved', 'm.assigned_to', FUND),
  posting('commit', 'reserved', 'unpaid', 'd.decided_by', FUND),
];

export const COPY: readonly string[] = [...APPLICATIONS, ...DECISIONS, ...GRANTS, ...POSTINGS];

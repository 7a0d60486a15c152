import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { RECOVERY_INVARIANTS } from './recovery-coherence.js';

/** Each selects what breaks an invariant; a sound database yields no row. Names as in the list of invariants. */
const INVARIANTS: Record<string, string> = {
  'I1 paid is at most granted': `
    SELECT y.id FROM decision_years y JOIN payments p ON p.decision_year_id = y.id
    WHERE p.status NOT IN ('cancelled', 'bounced') GROUP BY y.id, y.amount HAVING sum(p.amount) > y.amount`,
  'I1 an approved decision plans its whole sum, with what earlier ones of its case have paid': `
    SELECT d.id FROM decisions d JOIN decision_years y ON y.decision_id = d.id
    LEFT JOIN (SELECT o.application_id, p.year, sum(p.amount) AS planned FROM payments p JOIN decisions o ON o.id = p.decision_id
      WHERE p.status NOT IN ('cancelled', 'bounced') GROUP BY 1, 2) p ON p.application_id = d.application_id AND p.year = y.year
    LEFT JOIN (SELECT o.application_id, p.year, sum(p.amount) AS bounced FROM payments p JOIN decisions o ON o.id = p.decision_id
      WHERE p.status = 'bounced' GROUP BY 1, 2) b ON b.application_id = d.application_id AND b.year = y.year
    WHERE d.status = 'approved' AND d.outcome = 'approve' AND y.status <> 'lapsed'
      AND NOT y.amount - coalesce(p.planned, 0) BETWEEN 0 AND coalesce(b.bounced, 0)`,
  'I1 nothing waits to be paid or reported under a decision that no longer holds': `
    SELECT d.id FROM decisions d WHERE d.status IN ('superseded', 'revoked') AND (
      EXISTS (SELECT FROM payments p WHERE p.decision_id = d.id AND p.status IN ('planned', 'due', 'withheld'))
      OR EXISTS (SELECT FROM reports r WHERE r.decision_id = d.id AND r.status IN ('upcoming', 'open')))`,
  'I1 nothing waits to be paid or reported of a year that lapsed': `
    SELECT y.id FROM decision_years y WHERE y.status = 'lapsed' AND (EXISTS (SELECT FROM payments p
      WHERE p.decision_year_id = y.id AND p.status <> 'cancelled')
      OR NOT EXISTS (SELECT FROM audit_events e WHERE e.subject_id = y.id AND e.data->>'reason' = y.lapse_reason))`,
  'what an amendment changes is what it says, and it supersedes once it is approved': `
    SELECT d.id FROM decisions d JOIN decisions e ON e.id = d.amends_id
    WHERE e.application_id <> d.application_id
      OR (d.status IN ('approved', 'superseded', 'revoked') AND e.status <> 'superseded')
      OR (d.difference->'total'->>'after')::bigint IS DISTINCT FROM
        (SELECT sum(amount) FROM decision_years y WHERE y.decision_id = d.id)
    UNION ALL SELECT e.id FROM decisions e WHERE e.status = 'superseded' AND NOT EXISTS (SELECT FROM decisions d
      WHERE d.amends_id = e.id AND d.status IN ('approved', 'superseded', 'revoked'))`,
  'I2 nothing is promised twice': `
    SELECT appropriation_id, fund FROM appropriation_funds
    WHERE available < 0 OR reserved + unpaid + paid + returned > allocated`,
  'I2 what decisions hold is what the ledger holds': `
    SELECT f.appropriation_id, f.fund FROM appropriation_funds f
    LEFT JOIN (SELECT appropriation_id, fund, sum(reserved) AS reserved, sum(unpaid) AS unpaid, sum(paid) AS paid
      FROM ledger_holdings GROUP BY 1, 2) h USING (appropriation_id, fund)
    WHERE (f.reserved, f.unpaid, f.paid + f.returned) IS DISTINCT FROM
      (coalesce(h.reserved, 0), coalesce(h.unpaid, 0), coalesce(h.paid, 0))`,
  'I2 a case holds what its decision says': `
    SELECT c.application_id, c.year FROM (
      SELECT d.application_id, y.year, bool_or(d.status = 'proposed') AS proposed,
        EXISTS (SELECT FROM decisions f WHERE f.application_id = d.application_id AND f.status = 'approved') AS in_force,
        coalesce(sum(y.amount) FILTER (WHERE d.status = 'approved' AND y.status <> 'lapsed'), 0) AS granted,
        coalesce(sum(y.amount) FILTER (WHERE d.status = 'proposed'), 0) AS asked,
        coalesce(sum(sent.amount), 0) AS sent
      FROM decision_years y JOIN decisions d ON d.id = y.decision_id LEFT JOIN (SELECT decision_year_id, sum(amount) AS amount
        FROM payments WHERE status IN ('attested', 'sent') GROUP BY 1) sent ON sent.decision_year_id = y.id
      GROUP BY 1, 2) c
    LEFT JOIN (SELECT application_id, year, sum(reserved) AS reserved, sum(unpaid) AS unpaid, sum(paid) AS paid
      FROM ledger_holdings GROUP BY 1, 2) h USING (application_id, year)
    WHERE (c.in_force AND coalesce(h.unpaid + h.paid, 0) <> c.granted) OR (NOT c.in_force AND coalesce(h.unpaid, 0) <> c.sent)
      OR (NOT c.in_force AND coalesce(h.reserved, 0) <> c.asked) OR (NOT c.proposed AND coalesce(h.reserved, 0) <> 0)`,
  'I2 a case holds a year of one appropriation': `
    SELECT application_id, year FROM ledger_holdings WHERE unpaid + paid > 0
    GROUP BY application_id, year HAVING count(*) > 1`,
  'I2 a proposed amendment holds what it adds to a fund': `
    SELECT c.application_id FROM (
      SELECT d.application_id, y.appropriation_id, CASE WHEN y.year <= a.year THEN 'appropriation' ELSE 'commitmentLimit' END AS fund,
        greatest(0, sum(y.amount - (was->>'before')::bigint)) AS added
      FROM decisions d JOIN decision_years y ON y.decision_id = d.id JOIN appropriations a ON a.id = y.appropriation_id
      JOIN LATERAL jsonb_array_elements(d.difference->'years') was ON (was->>'year')::integer = y.year
      WHERE d.status = 'proposed' GROUP BY 1, 2, 3) c
    LEFT JOIN (SELECT application_id, appropriation_id, fund, sum(reserved) AS reserved FROM ledger_holdings GROUP BY 1, 2, 3) h
      USING (application_id, appropriation_id, fund) WHERE coalesce(h.reserved, 0) <> c.added`,
  'I3 one payment per decision, year and instalment': `
    SELECT decision_id FROM payments GROUP BY decision_id, year, instalment HAVING count(*) > 1`,
  'I3 lines of payment files are what was sent': `
    SELECT coalesce(l.payment_id, p.id) FROM payment_file_lines l JOIN payment_files f ON f.id = l.payment_file_id
    FULL JOIN payments p ON p.id = l.payment_id
    WHERE CASE WHEN p.status IN ('sent', 'executed', 'bounced') AND p.set_off < p.amount
        THEN (f.status, l.payment_file_id, l.amount, l.organisation_id) IS DISTINCT FROM
          ('ready', p.payment_file_id, p.amount - p.set_off, p.organisation_id)
      ELSE l.payment_id IS NOT NULL AND (p.status <> 'attested' OR f.status <> 'queued') END`,
  'I3 a payment file is what it says': `
    SELECT f.id FROM payment_files f LEFT JOIN (SELECT payment_file_id, count(*) AS n, sum(amount) AS total
      FROM payment_file_lines GROUP BY 1) l ON l.payment_file_id = f.id
    WHERE (f.payment_count, f.control_sum) IS DISTINCT FROM (l.n, l.total)
      OR f.sha256 IS DISTINCT FROM encode(sha256(f.content), 'hex')
      OR (f.content IS NOT NULL AND position(convert_to('<CtrlSum>' || f.control_sum || '.00</CtrlSum>', 'UTF8') IN f.content) = 0)`,
  'I3 what bounced is replaced krona for krona, once': `
    SELECT r.id FROM payments r JOIN payments b ON b.id = r.replaces
    WHERE b.status <> 'bounced' OR (r.amount, r.year) <> (b.amount, b.year)`,
  'I3 a row that acted is a payment that was settled': `
    SELECT s.id FROM payment_settlements s, jsonb_array_elements(s.rows) r LEFT JOIN payments p ON p.id = (r->>'paymentId')::uuid
    WHERE (r->>'outcome' = 'executed' AND p.executed_on IS NULL) OR (r->>'outcome' = 'bounced' AND p.status IS DISTINCT FROM 'bounced')`,
  'I4 version is the number of audit events': `
    SELECT s.subject_type, s.subject_id FROM audited_subjects s
    LEFT JOIN (SELECT subject_type, subject_id, count(*) AS n, max(seq) AS last FROM audit_events GROUP BY 1, 2) e
      USING (subject_type, subject_id)
    WHERE e.n IS DISTINCT FROM s.version OR e.last IS DISTINCT FROM s.version`,
  'I5 the chains verify': `
    SELECT id FROM (
      SELECT id, previous_hash = coalesce(lag(hash) OVER chain, '\\x') AND seq = row_number() OVER chain
        AND hash = CASE WHEN tx IS NULL
          THEN audit_hash(previous_hash, subject_type, subject_id, seq, action, actor_id, actor_person, at, data)
          ELSE audit_hash(previous_hash, subject_type, subject_id, seq, action, actor_id, actor_person, at, organisation_id, data) END AS whole
      FROM audit_events WINDOW chain AS (PARTITION BY subject_type, subject_id ORDER BY seq)) c WHERE NOT whole`,
  'I5 what was sealed stands as it was': `
    SELECT h.seal FROM audit_seal_heads h LEFT JOIN audit_events e USING (subject_type, subject_id, seq)
    WHERE e.hash IS DISTINCT FROM h.hash`,
  'what is decided has its letter, and only what is': `
    SELECT d.id FROM decisions d LEFT JOIN letters l ON l.decision_id = d.id AND l.kind <> 'revocation'
    WHERE (d.decided_at IS NOT NULL) <> (l.id IS NOT NULL)`,
  'what is revoked has its letter, and only what is': `
    SELECT d.id FROM decisions d LEFT JOIN letters l ON l.decision_id = d.id AND l.kind = 'revocation'
    WHERE (d.revoked_at IS NOT NULL) <> (l.id IS NOT NULL)`,
  'every demand for money has its letter, and only those': `
    SELECT r.id FROM recoveries r LEFT JOIN letters l ON l.recovery_id = r.id
    WHERE (r.decided_at IS NOT NULL) <> (l.id IS NOT NULL)`,
  'every request for completion has its letter': `
    SELECT e.subject_id FROM audit_events e WHERE e.subject_type = 'application' AND e.action = 'request-completion'
    GROUP BY 1 HAVING count(*) <> (SELECT count(*) FROM letters l WHERE l.application_id = e.subject_id
      AND l.kind = 'completionRequest')`,
  'the checksum of a sealed letter stands in its chain': `
    SELECT l.id FROM letters l LEFT JOIN audit_events e ON e.subject_id = l.id AND e.action = 'seal'
    WHERE (l.status = 'sealed') <> (e.id IS NOT NULL) OR l.sha256 IS DISTINCT FROM e.data->>'sha256'`,
  'I7 a ready export has its result': `
    SELECT id FROM exports WHERE (status = 'ready') <> (result IS NOT NULL AND status NOT IN ('expired'))
      AND status NOT IN ('expired')`,
  'I7 a file in use has its data set, as it was read': `
    SELECT id FROM measure_datasets WHERE status IN ('awaitingAcceptance', 'accepted')
      AND (sha256 IS NULL OR row_count IS NULL OR rejected_count <> 0 OR rejected <> '[]')`,
  'the register holds what was accepted, all of it': `
    SELECT d.id FROM measure_datasets d
    LEFT JOIN (SELECT dataset_id, count(*) AS n FROM measure_values GROUP BY 1) v ON v.dataset_id = d.id
    LEFT JOIN (SELECT dataset_id, count(*) AS n FROM areas GROUP BY 1) a ON a.dataset_id = d.id
    LEFT JOIN (SELECT dataset_id, count(*) AS n FROM similar_municipalities GROUP BY 1) s ON s.dataset_id = d.id
    LEFT JOIN (SELECT dataset_id, count(*) AS n FROM evaluation_figures GROUP BY 1) f ON f.dataset_id = d.id
    WHERE coalesce(v.n, 0) + coalesce(a.n, 0) + coalesce(s.n, 0) + coalesce(f.n, 0)
      <> CASE WHEN d.status = 'accepted' THEN d.row_count ELSE 0 END`,
  'values wait while their data set does, all of them': `
    SELECT d.id FROM measure_datasets d
    FULL JOIN (SELECT dataset_id, sum(cardinality(organisation_ids)) AS n FROM staged_measure_series GROUP BY 1) s ON s.dataset_id = d.id
    WHERE d.status IS DISTINCT FROM 'reading'
      AND coalesce(s.n, 0) <> CASE WHEN d.status = 'awaitingAcceptance' THEN d.row_count ELSE 0 END`,
  'the series are those that have values': `
    SELECT dataset_id FROM (SELECT DISTINCT measure_code, year, dataset_id FROM measure_values) v
    FULL JOIN measure_series s USING (measure_code, year, dataset_id) WHERE s IS NULL OR v IS NULL`,
  'I8 every step is an edge of its lifecycle': `
    SELECT e.id FROM audit_events e WHERE e.data->>'from' IS NOT NULL AND NOT EXISTS (SELECT FROM lifecycle_edges l
      WHERE l.subject = e.subject_type AND l.from_status = e.data->>'from' AND l.to_status = e.data->>'to')`,
  'I9 preparer, decider and attester are three persons': `
    SELECT d.id FROM decisions d LEFT JOIN payments p ON p.decision_id = d.id
    WHERE d.decided_by_person = d.prepared_by_person OR p.attested_by_person IN (d.prepared_by_person, d.decided_by_person)`,
  'I9 nobody who assessed decides': `
    SELECT d.id FROM decisions d JOIN assessments s ON s.application_id = d.application_id
    WHERE d.status = 'approved' AND s.person_id = d.decided_by_person`,
  'I9 nobody who judged a finding decides': `
    SELECT d.id FROM decisions d JOIN judgements j ON j.application_id = d.application_id
    WHERE d.status = 'approved' AND j.person_id = d.decided_by_person`,
  'I9 who proposed an account does not approve it': `
    SELECT id FROM payee_accounts WHERE approved_by_person = proposed_by_person`,
  'I9 a change of account has waited before it was used': `
    SELECT l.payment_id FROM payment_file_lines l JOIN payment_files f ON f.id = l.payment_file_id
    JOIN payee_accounts a ON a.id = l.account_id
    WHERE a.usable_from > (f.requested_at AT TIME ZONE 'Europe/Stockholm')::date OR a.organisation_id <> l.organisation_id`,
  'I10 the granted share is at most 90 percent': `
    SELECT d.id FROM decisions d JOIN applications a ON a.id = d.application_id JOIN decision_years y ON y.decision_id = d.id
    WHERE d.status IN ('proposed', 'approved') AND d.outcome = 'approve' AND y.amount * 100 > 90 * (
      SELECT coalesce(sum((c->>'amount')::bigint), 0)
      FROM jsonb_array_elements(coalesce(d.plan, a.content)->'costs') c
      WHERE (c->>'year')::integer = y.year)`,
  'I11 entries sum to zero': `
    SELECT transaction_id::text FROM ledger_entries GROUP BY transaction_id, appropriation_id, fund, year
    HAVING sum(amount) <> 0`,
  'I11 balances are the sums of entries': `
    SELECT f.appropriation_id FROM appropriation_funds f LEFT JOIN (
      SELECT appropriation_id, fund,
        -coalesce(sum(amount) FILTER (WHERE account = 'source'), 0) AS allocated,
        coalesce(sum(amount) FILTER (WHERE account = 'available'), 0) AS available,
        coalesce(sum(amount) FILTER (WHERE account = 'reserved'), 0) AS reserved,
        coalesce(sum(amount) FILTER (WHERE account = 'unpaid'), 0) AS unpaid,
        coalesce(sum(amount) FILTER (WHERE account = 'paid'), 0) AS paid,
        coalesce(sum(amount) FILTER (WHERE account = 'returned'), 0) AS returned
      FROM ledger_entries GROUP BY 1, 2) e USING (appropriation_id, fund)
    WHERE (f.allocated, f.available, f.reserved, f.unpaid, f.paid, f.returned) IS DISTINCT FROM
      (coalesce(e.allocated, 0), coalesce(e.available, 0), coalesce(e.reserved, 0), coalesce(e.unpaid, 0),
       coalesce(e.paid, 0), coalesce(e.returned, 0))`,
  'I11 a fund holds what its last letter says': `
    SELECT m.appropriation_id FROM (SELECT DISTINCT ON (appropriation_id) * FROM appropriation_amendments
      ORDER BY appropriation_id, number DESC) m JOIN appropriation_funds f USING (appropriation_id)
    WHERE f.allocated <> CASE f.fund WHEN 'appropriation' THEN m.amount_after ELSE m.commitment_limit_after END
    UNION SELECT appropriation_id FROM (SELECT appropriation_id, amount_before, commitment_limit_before,
      lag(amount_after) OVER letters AS amount, lag(commitment_limit_after) OVER letters AS commitment_limit
      FROM appropriation_amendments WINDOW letters AS (PARTITION BY appropriation_id ORDER BY number)) m
    WHERE amount_before <> amount OR commitment_limit_before <> commitment_limit`,
  ...RECOVERY_INVARIANTS,
  'I11 what the bank executed is what the ledger paid': `
    SELECT application_id, year FROM (
      SELECT d.application_id, p.year, sum(p.amount) AS executed FROM payments p JOIN decisions d ON d.id = p.decision_id
      WHERE p.status = 'executed' GROUP BY 1, 2) e
    FULL JOIN (SELECT d.application_id, l.year, sum(l.amount) AS paid FROM ledger_entries l
      JOIN ledger_transactions t ON t.id = l.transaction_id JOIN decisions d ON d.id = t.subject_id
      WHERE t.act IN ('pay', 'unpay') AND l.account = 'paid' AND t.actor_id <> '00000000-0000-7000-8000-000000000000'
      GROUP BY 1, 2) h USING (application_id, year)
    WHERE coalesce(e.executed, 0) <> coalesce(h.paid, 0)`,
  'I11 what is carried from a year comes to the next': `
    SELECT m.id FROM appropriation_amendments m WHERE m.kind = 'carryOver' AND NOT EXISTS (SELECT FROM appropriation_amendments c
      WHERE c.kind = 'carryOver' AND (c.appropriation_id, c.counterpart_id) = (m.counterpart_id, m.appropriation_id)
        AND c.amount_after - c.amount_before = m.amount_before - m.amount_after AND c.amended_at = m.amended_at)`,
  'I12 what was submitted is what stands': `
    SELECT a.id FROM applications a JOIN LATERAL (SELECT content FROM submissions s WHERE s.subject_id = a.id
      ORDER BY number DESC LIMIT 1) s ON true
    WHERE a.status IN ('submitted', 'underAssessment', 'proposed', 'decided') AND s.content IS DISTINCT FROM a.content`,
  'I12 what was submitted has its hash': `
    SELECT id FROM submissions WHERE content_sha256 <> encode(sha256(convert_to(content::text, 'UTF8')), 'hex')`,
  'I12 what came with a submission stands in its event': `
    SELECT t.id FROM application_attachments t WHERE t.submission_number IS NOT NULL AND NOT EXISTS (SELECT FROM audit_events e
      WHERE e.subject_type = 'application' AND e.subject_id = t.application_id AND e.action IN ('submit', 'complete')
        AND e.data::jsonb->'number' = to_jsonb(t.submission_number)
        AND e.data::jsonb->'attachments' @> jsonb_build_array(jsonb_build_object('id', t.id, 'sha256', t.sha256)))`,
  'no attachment of what was submitted is left out of it': `
    SELECT t.id FROM application_attachments t JOIN applications a ON a.id = t.application_id
    WHERE t.submission_number IS NULL AND t.removed_at IS NULL AND a.status IN ('submitted', 'underAssessment', 'proposed', 'decided')`,
  'an adopted import is sound, and its report says where the costs are from': `
    SELECT i.id FROM accounting_imports i WHERE i.status = 'adopted' AND (i.finding_count > 0 OR NOT EXISTS (
      SELECT FROM audit_events e WHERE e.subject_type = 'report' AND e.subject_id = i.report_id
        AND e.data->>'accountingImport' = i.id::text))`,
  'what a settlement says is what its report says': `
    SELECT s.report_id, s.year FROM settlements s JOIN reports r ON r.id = s.report_id
    WHERE s.costs <> (SELECT coalesce(sum((c->>'amount')::bigint), 0) FROM jsonb_array_elements(r.content->'costs') c
        WHERE (c->>'year')::integer = s.year)
      OR s.co_financing <> (SELECT coalesce(sum((c->>'amount')::bigint), 0)
        FROM jsonb_array_elements(r.content->'coFinancing') c WHERE (c->>'year')::integer = s.year)`,
  'proof was asked of everything that was drawn, and of nothing else': `
    SELECT m.report_id FROM sample_members m FULL JOIN evidence_demands e ON e.report_id = m.report_id
    GROUP BY coalesce(m.report_id, e.report_id), m.report_id
    HAVING (count(e.id) > 0) <> coalesce(bool_or(m.is_drawn), false)`,
  'no report is approved without the proof that was asked of it': `
    SELECT r.id FROM reports r JOIN evidence_demands e ON e.report_id = r.id
    WHERE r.status = 'approved' AND e.status <> 'accepted'`,
  'proof that was answered has a file': `
    SELECT e.id FROM evidence_demands e WHERE (e.answered_at IS NOT NULL) <>
      EXISTS (SELECT FROM evidence_files f WHERE f.demand_id = e.id)`,
  'every case table has forced row security': `
    SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind = 'r' AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
      AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'organisation_id' AND NOT a.attisdropped)
      AND c.relname NOT IN ('organisation_members', 'users', 'measure_values', 'areas', 'eligibility_assessments')`,
};

/** All invariants, in one snapshot, as the database's owner. Names what is broken and the first rows that break it. */
export async function expectCoherent(owner: pg.Pool): Promise<void> {
  const client = await owner.connect();
  const broken: string[] = [];
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    for (const [name, statement] of Object.entries(INVARIANTS)) {
      const { rows } = await client.query(`${statement} LIMIT 3`);
      if (rows.length > 0) broken.push(`${name}: ${JSON.stringify(rows)}`);
    }
    await client.query('COMMIT');
  } finally {
    client.release();
  }
  if (broken.length > 0) throw new Error(`The database is not coherent:\n${broken.join('\n')}`);
}

/** The file of every data set that waits or is in use lies in the storage and is the one that was received. */
export async function expectStored(owner: pg.Pool, directory: string): Promise<void> {
  const { rows } = await owner.query<{ id: string; key: string; sha256: string }>(
    `SELECT id, file_key AS key, sha256 FROM measure_datasets
     WHERE file_key IS NOT NULL AND status IN ('reading', 'awaitingAcceptance', 'accepted')`,
  );
  for (const { id, key, sha256 } of rows) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(join(directory, key)), hash);
    const found = hash.digest('hex');
    if (found !== sha256) throw new Error(`The file of data set ${id} is ${found}, and was ${sha256}`);
  }
}

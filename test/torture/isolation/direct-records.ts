import { changed, event, interested, NEW, person, user, type Attack } from './direct.js';

const CASES_OF_NO_DEMAND = `NOT EXISTS (SELECT FROM evidence_demands e WHERE e.report_id = reports.id)`;

const assessed = (name: string, where: string) => `
  INSERT INTO assessments (id, application_id, organisation_id, user_id, person_id, criteria, assessed_at)
  SELECT gen_random_uuid(), id, organisation_id, ${user(name)}, ${person(name)}, '{}', now() FROM applications
  WHERE ${where} LIMIT 1`;
const interestedInCases = (name: string, where: string) => `
  INSERT INTO interest_declarations (id, application_id, organisation_id, user_id, person_id, interest, note, declared_at)
  SELECT gen_random_uuid(), id, organisation_id, ${user(name)}, ${person(name)}, 'possible', '', now() FROM applications WHERE ${where}`;
const approvedBy = (name: string) =>
  changed(
    'reports',
    'report',
    `status = 'approved', approved_by = ${user(name)}, approved_at = now()`,
    `status = 'submitted' AND ${CASES_OF_NO_DEMAND}`,
  );
const thinned = (set: string) => [
  changed(
    'thinnings',
    'thinning',
    `status = 'proposed', proposed_by = ${user('handlaggare')}, proposed_by_person = ${person('handlaggare')}, proposed_at = now()`,
    `status = 'listed'`,
  ),
  changed('thinnings', 'thinning', set, `status = 'proposed'`),
];
const DECIDED_LIST = `status = 'approved', decided_by = ${user('handlaggare2')}, decided_by_person = ${person('handlaggare2')}, decided_at = now()`;

export const PERSONS: Attack[] = [
  [
    'an account that becomes somebody else',
    changed('users', 'user', `person_id = gen_random_uuid()`, `email = 'handlaggare2@medel.example'`),
    /permission denied/,
  ],
  [
    'an administrator whom nothing tells of',
    `INSERT INTO users (id, version, person_id, email, name, password_hash, roles)
     VALUES (${NEW}, 1, ${NEW}, 'demo@medel.example', 'Demo', 'x', '{administrator}')`,
    /has no audit event/,
  ],
  ...[`name = 'Other'`, `version = 99`, `is_active = true`].map((set): Attack => [
    `an account changed and not told of: ${set}`,
    `UPDATE users SET ${set} WHERE email = 'beslut@medel.example'`,
    /every change adds one to the version/,
  ]),
  [
    'another proposer of a list, as it is approved',
    thinned(`${DECIDED_LIST}, proposed_by = ${user('admin')}, proposed_by_person = ${person('admin')}`),
    /a list of what is due never changes/,
  ],
  [
    'a list approved by somebody with an interest in one of its cases',
    [
      interestedInCases('handlaggare2', `id IN (SELECT application_id FROM thinning_items)`),
      ...thinned(DECIDED_LIST),
    ],
    /thinnings_no_interest/,
  ],
  [
    'a case put in a list that was made before',
    `INSERT INTO thinning_items (thinning_id, application_id, organisation_id, event_on)
     SELECT t.id, a.id, a.organisation_id, current_date FROM thinnings t, applications a
     WHERE t.status = 'listed' AND NOT EXISTS (SELECT FROM thinning_items i WHERE i.application_id = a.id) LIMIT 1`,
    /come with what they are of/,
  ],
  [
    'a decision that gives way to none',
    changed('decisions', 'decision', `status = 'superseded'`, `status = 'approved'`),
    /superseded by its amendment/,
  ],
  [
    'an assessment by who decided',
    `INSERT INTO assessments (id, application_id, organisation_id, user_id, person_id, criteria, assessed_at)
     SELECT gen_random_uuid(), application_id, organisation_id, decided_by, decided_by_person, '{}', now()
     FROM decisions WHERE status = 'approved' LIMIT 1`,
    /judged while it is under assessment/,
  ],
  [
    'an assessment by somebody with an interest',
    [
      interestedInCases('handlaggare2', `status = 'underAssessment'`),
      assessed('handlaggare2', `status = 'underAssessment'`),
    ],
    /assessments_no_interest/,
  ],
  [
    'a proposal by somebody with an interest',
    [
      interestedInCases('handlaggare2', `status = 'underAssessment'`),
      `INSERT INTO decisions (id, version, status, organisation_id, application_id, outcome, reasons, conditions, reports_due, instalments,
         evidence, prepared_by, prepared_by_person, proposed_at)
       SELECT ${NEW}, 1, 'proposed', organisation_id, id, 'reject', 'x', '[]', '[]', '[]', '[]', ${user('handlaggare2')},
         ${person('handlaggare2')}, now() FROM applications WHERE status = 'underAssessment' LIMIT 1; ${event('decision')}`,
    ],
    /decisions_no_interest/,
  ],
  [
    'a condition judged by somebody with an interest',
    [
      interested('handlaggare2', `status = 'approved'`),
      `INSERT INTO condition_judgements (id, organisation_id, decision_id, condition, outcome, motive, judged_by, person_id, judged_at)
       SELECT gen_random_uuid(), organisation_id, id, 1, 'met', 'x', ${user('handlaggare2')}, ${person('handlaggare2')}, now()
       FROM decisions WHERE status = 'approved' LIMIT 1`,
    ],
    /condition_judgements_no_interest/,
  ],
  [
    'a report approved by somebody with an interest',
    [interested('handlaggare2', 'true'), approvedBy('handlaggare2')],
    /reports_no_interest/,
  ],
  [
    'a report approved by nobody',
    changed('reports', 'report', `status = 'approved'`, `status = 'submitted' AND ${CASES_OF_NO_DEMAND}`),
    /reports_approved/,
  ],
];

const settled = (where: string) => `
  INSERT INTO settlements (report_id, year, organisation_id, decision_id, granted, paid, costs, co_financing, entitled, used, unused,
    repay, remaining, settled_at)
  SELECT id, 2099, organisation_id, decision_id, 5, 0, 0, 0, 5, 5, 0, 0, 5, now() FROM reports WHERE ${where} LIMIT 1`;
const EXPORT = `INSERT INTO exports (id, version, status, kind, format, filters, requested_by, requested_at)
  VALUES (${NEW}, 1, 'queued', 'payments', 'csv', '{}', ${user('ekonomi')}, now()); ${event('export')}`;
const ofExport = (set: string) => changed('exports', 'export', set, `id = ${NEW}`);
const NEXT_SEAL = `INSERT INTO audit_seals (number, at, settled, public_key, previous_hash, hash, signature)
  SELECT coalesce(max(number), 0) + 1, now(), $settled, '', $previous, sha256('x'), decode(repeat('00', 64), 'hex') FROM audit_seals`;

export const RECORDS: Attack[] = [
  [
    'another id of a row',
    changed(
      'payee_accounts',
      'payeeAccount',
      `id = gen_random_uuid(), status = 'stopped'`,
      `status = 'approved'`,
    ),
    /permission denied/,
  ],
  ...[
    'organisation_id = (SELECT id FROM organisations o WHERE o.id <> t.organisation_id LIMIT 1)',
    `call_id = gen_random_uuid()`,
    `created_by = gen_random_uuid()`,
    `created_at = '2018-01-01'`,
    `registry_number = '2018-1'`,
  ].map((set): Attack => [
    `another origin of a case: ${set}`,
    changed('applications', 'application', set, `status = 'decided'`),
    /permission denied/,
  ]),
  [
    'another day on which a case came in',
    changed('applications', 'application', `submitted_at = '2018-01-01'`, `status = 'decided'`),
    /came in once/,
  ],
  [
    'a submission of what never stood in a decided case',
    `INSERT INTO submissions (id, subject_type, subject_id, organisation_id, number, content, content_sha256, evidence, submitted_by,
       submitted_at)
     SELECT gen_random_uuid(), 'application', id, organisation_id, 99, '{"title": "other"}',
       encode(sha256('{"title": "other"}'), 'hex'), '[]', ${NEW}, '1999-01-01' FROM applications WHERE status = 'decided' LIMIT 1`,
    /handed in is what stands/,
  ],
  [
    'a submission with another checksum',
    `INSERT INTO submissions (id, subject_type, subject_id, organisation_id, number, content, content_sha256, evidence, submitted_by,
       submitted_at)
     SELECT gen_random_uuid(), 'application', id, organisation_id, 99, content, 'none', '[]', ${NEW}, now()
     FROM applications WHERE status = 'decided' LIMIT 1`,
    /submissions_sha256/,
  ],
  [
    'a report of another case',
    changed(
      'reports',
      'report',
      `decision_id = (SELECT d.id FROM decisions d WHERE d.organisation_id <> t.organisation_id LIMIT 1)`,
      `status = 'open'`,
    ),
    /a report stays in its case/,
  ],
  [
    'a demand of another report',
    changed('evidence_demands', 'evidenceDemand', `report_id = gen_random_uuid()`, `status = 'answered'`),
    /permission denied/,
  ],
  [
    'a demand that is answered with nothing',
    changed(
      'evidence_demands',
      'evidenceDemand',
      `status = 'answered', answered_at = now()`,
      `status = 'requested' AND NOT EXISTS (SELECT FROM evidence_files f WHERE f.demand_id = evidence_demands.id)`,
    ),
    /answered by a file/,
  ],
  ['a settlement of a report that is open', settled(`status = 'open'`), /settled as it is approved/],
  ['a settlement beside those of an approval', settled(`status = 'approved'`), /settled as it is approved/],
  [
    'a letter of what is only proposed',
    `INSERT INTO letters (id, version, status, kind, organisation_id, application_id, decision_id, facts, ordered_by, ordered_at)
     SELECT ${NEW}, 1, 'ordered', 'approval', organisation_id, application_id, id, '{}', ${user('beslut')}, now()
     FROM decisions WHERE status = 'proposed' LIMIT 1; ${event('letter')}`,
    /what was decided in it/,
  ],
  ...[
    `kind = 'audit'`,
    `filters = '{"x": 1}'`,
    `requested_by = ${user('revisor')}`,
    `as_of = '2020-01-01'`,
  ].map((set): Attack => [
    `another order of an export: ${set}`,
    [EXPORT, ofExport(`status = 'running', ${set}`)],
    /permission denied/,
  ]),
  ...[`result = '{"sha256": "b"}'`, `manifest = 'b'`].map((set): Attack => [
    `another file of an export that was made: ${set}`,
    [
      EXPORT,
      ofExport(`status = 'running'`),
      ofExport(`status = 'ready', result = '{"sha256": "a"}', manifest = 'a'`),
      ofExport(`status = 'expired', ${set}`),
    ],
    /what was exported never changes/,
  ]),
  ...[`title = 'other'`, `closes_on = '2099-01-01'`, `programme_code = 'other'`, `years = '{2099}'`].map(
    (set): Attack => [
      `another call as it closes: ${set}`,
      changed('calls', 'call', `status = 'closed', ${set}`, `status = 'published'`),
      /permission denied/,
    ],
  ),
  [
    'more to give in a call that is there',
    `INSERT INTO call_budgets SELECT id, 2099, 1000000000000 FROM calls LIMIT 1`,
    /come with what they are of/,
  ],
  [
    'another appropriation of a decision',
    changed(
      'decisions',
      'decision',
      `appropriation_id = (SELECT id FROM appropriations a WHERE a.id <> t.appropriation_id LIMIT 1)`,
      `status = 'approved' AND appropriation_id IS NOT NULL`,
    ),
    /permission denied/,
  ],
  [
    'another day on which a decision was proposed',
    changed('decisions', 'decision', `proposed_at = '2000-01-01'`, `status = 'approved'`),
    /permission denied/,
  ],
  [
    'an event of no change',
    `INSERT INTO audit_events (subject_type, subject_id, seq, action, actor_id, actor_person, at, data)
     SELECT 'application', id, version + 1, 'approve', ${NEW}, ${NEW}, now(), '{}' FROM applications WHERE status = 'submitted' LIMIT 1`,
    /has not come to version/,
  ],
  ['the chain of what never was', event('application'), /has not come to version/],
  ['the chain of what there is no kind of', event('invented'), /nothing is a invented/],
  [
    'a head in a seal that was made',
    `INSERT INTO audit_seal_heads SELECT number, 999999, 'x', gen_random_uuid(), 1, '' FROM audit_seals LIMIT 1`,
    /written with it/,
  ],
  [
    'a seal that has come to the end of all time',
    NEXT_SEAL.replace('$settled', '9223372036854775807').replace(
      '$previous',
      `coalesce((SELECT hash FROM audit_seals ORDER BY number DESC LIMIT 1), '')`,
    ),
    /a seal follows the last one/,
  ],
  [
    'a seal that follows none',
    NEXT_SEAL.replace('$settled', '1').replace('$previous', `sha256('other')`),
    /a seal follows the last one/,
  ],
  [
    'a key that is made next year',
    `INSERT INTO api_keys (id, user_id, name, token_hash, scopes, created_at, expires_on)
     VALUES (${NEW}, ${user('admin')}, 'x', 'x', '{read}', now() + interval '1 year', current_date + 700)`,
    /a key is made when it is made/,
  ],
];

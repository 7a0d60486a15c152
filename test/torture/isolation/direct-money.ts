import { changed, event, interested, NEW, person, user, type Attack } from './direct.js';

/** A payment planned beside one that is due, or another value in one of its columns. */
const planned = (
  values: Partial<Record<'organisation_id' | 'decision_id' | 'decision_year_id' | 'year' | 'amount', string>>,
  from = `FROM payments p WHERE p.status = 'due' LIMIT 1`,
) => {
  const value = (column: keyof typeof values) => values[column] ?? `p.${column}`;
  return `INSERT INTO payments (id, version, status, organisation_id, decision_id, decision_year_id, year, instalment, amount,
      pay_on, prepared_by_person, decided_by_person)
    SELECT ${NEW}, 1, 'planned', ${value('organisation_id')}, ${value('decision_id')}, ${value('decision_year_id')},
      ${value('year')}, 900, ${values.amount ?? '1'}, p.pay_on, p.prepared_by_person, p.decided_by_person ${from};
    ${event('payment')}`;
};
const OTHER_YEAR = `(SELECT y.id FROM decision_years y WHERE y.organisation_id <> p.organisation_id LIMIT 1)`;
const OTHER = `(SELECT o.id FROM organisations o WHERE o.id <> p.organisation_id LIMIT 1)`;

const attested = (where: string) =>
  changed(
    'payments',
    'payment',
    `status = 'attested', attested_by = ${user('ekonomi')}, attested_by_person = ${person('ekonomi')}, attested_at = now()`,
    where,
  );

/** So that there is room in its year. */
const JUST_CANCELLED = `p.id = (SELECT subject_id FROM audit_events WHERE subject_type = 'payment'
  AND tx = pg_current_xact_id()::text::bigint LIMIT 1)`;
const REVOKED = changed(
  'decisions',
  'decision',
  `status = 'revoked', revoked_by = ${user('admin')}, revoked_by_person = ${person('admin')}, revoked_at = now(), revocation = '{}'`,
  `id = (SELECT p.decision_id FROM payments p WHERE ${JUST_CANCELLED})`,
);

/** A grant of which no krona is bound: proposed, approved, planned and due. */
const [DECISION, YEAR, PAYMENT] = [1, 2, 3].map((n) => `'00000000-0000-7000-8000-00000000d00${n}'::uuid`);
const UNBOUND = [
  `INSERT INTO decisions (id, version, status, organisation_id, application_id, appropriation_id, outcome, reasons, conditions,
     reports_due, instalments, evidence, prepared_by, prepared_by_person, proposed_at)
   SELECT ${DECISION}, 1, 'proposed', a.organisation_id, a.id, (SELECT id FROM appropriations ORDER BY year LIMIT 1), 'approve', 'x',
     '[]', '[]', '[]', '[]', ${user('handlaggare2')}, ${person('handlaggare2')}, now()
   FROM applications a WHERE NOT EXISTS (SELECT FROM decisions d WHERE d.application_id = a.id) LIMIT 1;
   ${event('decision', DECISION)}`,
  `INSERT INTO decision_years (id, version, status, organisation_id, decision_id, appropriation_id, year, amount)
   SELECT ${YEAR}, 1, 'conditional', d.organisation_id, d.id, a.id, a.year, 1000000000000
   FROM decisions d JOIN appropriations a ON a.id = d.appropriation_id WHERE d.id = ${DECISION}; ${event('decisionYear', YEAR)}`,
  changed(
    'decisions',
    'decision',
    `status = 'approved', decided_by = ${user('beslut2')}, decided_by_person = ${person('beslut2')}, decided_at = now()`,
    `id = ${DECISION}`,
  ),
  `INSERT INTO payments (id, version, status, organisation_id, decision_id, decision_year_id, year, instalment, amount, pay_on,
     prepared_by_person, decided_by_person)
   SELECT ${PAYMENT}, 1, 'planned', d.organisation_id, d.id, y.id, y.year, 1, y.amount, now(), d.prepared_by_person,
     d.decided_by_person FROM decisions d JOIN decision_years y ON y.decision_id = d.id WHERE d.id = ${DECISION};
   ${event('payment', PAYMENT)}`,
  changed('payments', 'payment', `status = 'due'`, `id = ${PAYMENT}`),
];

export const PAYMENTS: Attack[] = [
  ['a payment of another year than was granted', planned({ year: '2099' }), /exceed what was granted/],
  [
    'a payment of another case',
    planned({ decision_year_id: OTHER_YEAR, year: '2098' }),
    /exceed what was granted/,
  ],
  [
    'a payment to another organisation',
    planned({ organisation_id: OTHER, year: '2098' }),
    /exceed what was granted/,
  ],
  [
    'a payment by a revoked decision',
    [
      changed('payments', 'payment', `status = 'cancelled'`, `status = 'due' AND set_off = 0`),
      REVOKED,
      planned({}, `FROM payments p WHERE ${JUST_CANCELLED}`),
    ],
    /exceed what was granted/,
  ],
  [
    'a year of a decision that stands',
    `INSERT INTO decision_years (id, version, status, organisation_id, decision_id, appropriation_id, year, amount)
     SELECT ${NEW}, 1, 'conditional', organisation_id, id, appropriation_id, 2099, 1000000000000
     FROM decisions WHERE status = 'approved' AND outcome = 'approve' LIMIT 1; ${event('decisionYear')}`,
    /come with what they are of/,
  ],
  [
    'a year of a proposal that somebody has read',
    `INSERT INTO decision_years (id, version, status, organisation_id, decision_id, appropriation_id, year, amount)
     SELECT ${NEW}, 1, 'conditional', d.organisation_id, d.id, a.id, 2099, 1000000000000
     FROM decisions d, appropriations a WHERE d.status = 'proposed' LIMIT 1; ${event('decisionYear')}`,
    /come with what they are of/,
  ],
  [
    'a year that draws on what is appropriated for another',
    changed(
      'decision_years',
      'decisionYear',
      `status = 'firm', appropriation_id = (SELECT a.id FROM appropriations a WHERE a.year <> t.year AND a.id <> t.appropriation_id LIMIT 1)`,
      `status = 'conditional' AND EXISTS (SELECT FROM appropriations a WHERE a.year <> decision_years.year
         AND a.id <> decision_years.appropriation_id)`,
    ),
    /a year draws on its own appropriation/,
  ],
  [
    'what is attested with nothing bound',
    [...UNBOUND, attested(`id = ${PAYMENT}`)],
    /attested is bound in the ledger/,
  ],
  [
    'another day or number of a payment that was sent',
    changed('payments', 'payment', `pay_on = '2099-01-01', status = 'cancelled'`, `status = 'due'`),
    /permission denied/,
  ],
  [
    'a file that says it has more than its lines',
    `INSERT INTO payment_files (id, version, status, message_id, payer, payment_count, control_sum, requested_by, requested_by_person,
       requested_at)
     SELECT ${NEW}, 1, 'queued', 'demo', '{}', 7, 123, id, person_id, now() FROM users WHERE email = 'ekonomi@medel.example';
     ${event('paymentFile')}`,
    /counts its lines/,
  ],
  ...(
    [
      [`now() - interval '8 days'`, /change of account waits/],
      ['now()', /change of account waits/],
      ['NULL', /change of account waits/],
    ] as const
  ).map(([at, told]): Attack => [
    `a change of account that does not wait: approved ${at}`,
    [
      `UPDATE payee_accounts t SET status = 'withdrawn', version = version + 1 WHERE status = 'proposed'`,
      `INSERT INTO payee_accounts (id, version, status, organisation_id, kind, number, reason, proposed_by, proposed_by_person,
           proposed_at)
         SELECT ${NEW}, 1, 'proposed', a.organisation_id, 'iban', 'SE00', 'x', ${user('firmatecknare.1275')},
           ${person('firmatecknare.1275')}, now() FROM payee_accounts a WHERE a.status = 'approved' LIMIT 1;
         ${event('payeeAccount')}`,
      changed(
        'payee_accounts',
        'payeeAccount',
        `status = 'approved', approved_by = ${user('ekonomi')}, approved_by_person = ${person('ekonomi')}, approved_at = ${at},
           usable_from = current_date`,
        `id = ${NEW}`,
      ),
    ],
    told,
  ]),
  [
    'an attest by somebody who said there would be no interest',
    [
      interested(
        'ekonomi',
        `id IN (SELECT decision_id FROM payments WHERE status = 'due')`,
        `'9999-01-01'`,
        'none',
      ),
      interested('ekonomi', `id IN (SELECT decision_id FROM payments WHERE status = 'due')`),
      attested(`status = 'due'`),
    ],
    /declared when it is declared/,
  ],
];

const HELD = `(SELECT appropriation_id FROM ledger_holdings WHERE unpaid > 0 AND fund = 'appropriation' LIMIT 1)`;
const post = (act: string, type: string, subject: string, rows: string, appropriation = `a.id = ${HELD}`) => `
  INSERT INTO ledger_transactions (id, act, subject_type, subject_id, actor_id, day, posted_at)
    SELECT ${NEW}, '${act}', '${type}', ${subject}, ${NEW}, now(), now();
  INSERT INTO ledger_entries (transaction_id, day, appropriation_id, fund, account, year, amount)
    SELECT ${NEW}, now(), a.id, 'appropriation', e.account, a.year, e.amount
    FROM appropriations a, (VALUES ${rows}) e(account, amount) WHERE ${appropriation}`;
const amended = (before: string, after: string, appropriation = HELD) => `
  INSERT INTO appropriation_amendments (id, version, appropriation_id, number, letter_reference, decided_on, reason, amount_before,
    amount_after, commitment_limit_before, commitment_limit_after, amended_by, amended_at, kind)
  SELECT ${NEW}, 1, f.appropriation_id, 99, 'x', now(), 'x', ${before}, ${after}, l.allocated, l.allocated, ${NEW}, now(), 'letter'
  FROM appropriation_funds f JOIN appropriation_funds l USING (appropriation_id)
  WHERE f.fund = 'appropriation' AND l.fund = 'commitmentLimit' AND f.appropriation_id = ${appropriation};
  ${event('appropriationAmendment')}`;

export const LEDGER: Attack[] = [
  [
    'money freed for what is no decision',
    post('free', 'other', NEW, `('unpaid', -100), ('available', 100)`),
    /ledger_transactions_subject/,
  ],
  [
    'an appropriation that is allocated again',
    post('allocate', 'appropriation', HELD, `('source', -5), ('available', 5)`),
    /ledger_transactions_once/,
  ],
  [
    'an allocation of no appropriation',
    post('allocate', 'appropriation', NEW, `('source', -5), ('available', 5)`),
    /about its own subject/,
  ],
  [
    'an adjustment without a letter',
    post('adjust', 'appropriationAmendment', NEW, `('source', -5), ('available', 5)`),
    /about its own subject/,
  ],
  [
    'an adjustment of another appropriation than the letter is of',
    [
      amended('f.allocated', 'f.allocated + 5'),
      post('adjust', 'appropriationAmendment', NEW, `('source', -5), ('available', 5)`, 'true'),
    ],
    /about its own subject/,
  ],
  [
    'a letter that says there was less',
    [amended('1', '6'), post('adjust', 'appropriationAmendment', NEW, `('source', -5), ('available', 5)`)],
    /amendment of an appropriation is posted/,
  ],
  [
    'money returned by a decision',
    post('return', 'decision', '(SELECT id FROM decisions LIMIT 1)', `('paid', -1), ('returned', 1)`),
    /ledger_transactions_subject/,
  ],
  [
    'more returned than was repaid',
    post('return', 'recovery', `(SELECT id FROM recoveries LIMIT 1)`, `('paid', -1), ('returned', 1)`),
    /no more is returned than was repaid/,
  ],
  [
    'money paid that no bank has paid',
    `INSERT INTO ledger_transactions (id, act, subject_type, subject_id, actor_id, day, posted_at)
       SELECT ${NEW}, 'pay', 'decision', d.id, ${NEW}, now(), now() FROM decisions d JOIN ledger_holdings h USING (application_id)
       WHERE h.unpaid > 0 AND h.fund = 'appropriation' AND d.status = 'approved' ORDER BY d.id LIMIT 1;
     INSERT INTO ledger_entries (transaction_id, day, appropriation_id, fund, account, year, amount)
       SELECT t.id, t.day, h.appropriation_id, h.fund, e.account, h.year, e.sign * h.unpaid
       FROM ledger_transactions t JOIN decisions d ON d.id = t.subject_id JOIN ledger_holdings h USING (application_id),
         (VALUES ('unpaid', -1), ('paid', 1)) e(account, sign)
       WHERE t.id = ${NEW} AND h.unpaid > 0 AND h.fund = 'appropriation'`,
    /no more is paid in the ledger than was executed/,
  ],
];

const posting = (act: string, from: string, sign = '') => `
  INSERT INTO recovery_postings (id, recovery_id, organisation_id, act, amount, day, payment_id, reference, actor_id, booked_on, posted_at)
    ${from};
  INSERT INTO recovery_entries (posting_id, organisation_id, part, amount)
    SELECT id, organisation_id, 'principal', ${sign}amount FROM recovery_postings WHERE id = ${NEW} AND act = '${act}'`;
const ofBalance = (act: string, payment: string) =>
  posting(
    act,
    `SELECT ${NEW}, r.id, r.organisation_id, '${act}', b.principal, now(), ${payment}, NULL, ${NEW}, now(), now()
     FROM recoveries r JOIN recovery_balances b ON b.recovery_id = r.id WHERE b.principal > 0 LIMIT 1`,
    '-',
  );
/** A change that tells of nothing, so that the posting is told of in the chain. */
const TOLD = changed(
  'recoveries',
  'recovery',
  `closing_reasons = 'x'`,
  `id = (SELECT recovery_id FROM recovery_postings WHERE id = ${NEW})`,
);

export const RECOVERIES: Attack[] = [
  [
    'who will decide named as the recipient is told',
    changed(
      'recoveries',
      'recovery',
      `status = 'notified', answer_by = current_date, notified_by = ${user('handlaggare')}, notified_at = now(),
       notified_by_person = ${person('handlaggare')}, decided_by = ${user('beslut')}, decided_by_person = ${person('beslut')}`,
      `status = 'considered'`,
    ),
    /recoveries_decided/,
  ],
  [
    'who told the recipient left without a time, to be renamed',
    changed(
      'recoveries',
      'recovery',
      `status = 'notified', answer_by = current_date, notified_by = ${user('handlaggare')}, notified_by_person = ${person('handlaggare')}`,
      `status = 'considered'`,
    ),
    /recoveries_notified/,
  ],
  [
    'who decided left without a time, to be renamed',
    changed(
      'recoveries',
      'recovery',
      `status = 'decided', due_on = current_date, decided_by = ${user('beslut2')}, decided_by_person = ${person('beslut2')}`,
      `status = 'notified'`,
    ),
    /recoveries_decided/,
  ],
  [
    'a claim of what is only considered',
    posting(
      'claim',
      `SELECT ${NEW}, id, organisation_id, 'claim', amount, now(), NULL::uuid, NULL, ${NEW}, now(), now() FROM recoveries
       WHERE status = 'considered' LIMIT 1`,
    ),
    /booked as it was decided/,
  ],
  [
    'a claim in the books of another recipient',
    posting(
      'claim',
      `SELECT ${NEW}, r.id, (SELECT o.id FROM organisations o WHERE o.id <> r.organisation_id LIMIT 1), 'claim', 5, now(), NULL::uuid,
         NULL, ${NEW}, now(), now() FROM recoveries r WHERE status = 'considered' LIMIT 1`,
    ),
    /booked as it was decided/,
  ],
  [
    'a set-off against what another recipient was paid',
    [
      ofBalance(
        'setOff',
        `(SELECT p.id FROM payments p WHERE p.organisation_id <> r.organisation_id AND p.status = 'executed' LIMIT 1)`,
      ),
      TOLD,
    ],
    /lowered by all that its recoveries say/,
  ],
  [
    'all of it written off, and the recovery goes on',
    [ofBalance('writeOff', 'NULL::uuid'), TOLD],
    /booked as it was decided/,
  ],
  [
    'a repayment that no event tells of',
    posting(
      'payment',
      `SELECT ${NEW}, r.id, r.organisation_id, 'payment', 1, now(), NULL::uuid, 'x', ${NEW}, now(), now()
       FROM recoveries r JOIN recovery_balances b ON b.recovery_id = r.id WHERE b.principal > 0 LIMIT 1`,
      '-',
    ),
    /booked as it was decided/,
  ],
  [
    'a recovery that is decided and never claimed',
    changed(
      'recoveries',
      'recovery',
      `status = 'decided', due_on = current_date, decided_by = ${user('beslut2')}, decided_by_person = ${person('beslut2')},
       decided_at = now()`,
      `status = 'notified'`,
    ),
    /claimed as it is decided/,
  ],
];

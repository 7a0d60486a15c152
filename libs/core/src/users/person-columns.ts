/**
 * Where the database names an account, or a person: every such column, or a test of the tables fails. What an account did is
 * told by the audit trail too; these are the rows that show it.
 */
export const ACCOUNT_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  accounting_imports: ['imported_by', 'adopted_by'],
  application_attachments: ['added_by', 'removed_by'],
  applications: ['created_by', 'assigned_to'],
  appropriation_amendments: ['amended_by'],
  assessments: ['user_id'],
  co_financing_proofs: ['user_id'],
  condition_judgements: ['judged_by'],
  decisions: ['prepared_by', 'decided_by', 'revoked_by'],
  eligibility_recomputations: ['recomputed_by'],
  evidence_demands: ['reviewed_by'],
  evidence_files: ['sent_by'],
  export_schedules: ['owned_by'],
  exports: ['requested_by'],
  interest_declarations: ['user_id'],
  judgements: ['user_id'],
  ledger_transactions: ['actor_id'],
  letters: ['ordered_by'],
  measure_datasets: ['loaded_by'],
  payee_accounts: ['proposed_by', 'approved_by'],
  payment_files: ['requested_by'],
  payment_settlements: ['uploaded_by'],
  payments: ['attested_by'],
  recoveries: ['considered_by', 'notified_by', 'decided_by'],
  recovery_postings: ['actor_id'],
  reference_rates: ['recorded_by'],
  reports: ['approved_by'],
  samples: ['drawn_by'],
  submissions: ['submitted_by'],
  thinnings: ['proposed_by', 'decided_by'],
};

/** Of the account itself: shown by themselves, and removed when the account is anonymised. */
export const OWN_COLUMNS: Readonly<Record<string, string>> = {
  sessions: 'user_id',
  user_invitations: 'user_id',
  second_factors: 'user_id',
  recovery_codes: 'user_id',
  second_factor_tries: 'user_id',
  api_keys: 'user_id',
  user_identities: 'user_id',
  refused_sign_ins: 'user_id',
  idempotency_keys: 'actor_id',
};

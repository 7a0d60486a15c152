import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What never changes of a row is nothing that the runtime role may change: a right on columns asks nothing of a write. A new
 * column of these tables is granted by the migration that adds it. What may be set, and then stays, is refused by name.
 */
export class FixWhatStays1790000039100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(FIXED))
      await runner.query(`
        DO $$ BEGIN
          REVOKE UPDATE ON ${table} FROM medel_app;
          EXECUTE (SELECT format('GRANT UPDATE (%s) ON ${table} TO medel_app', string_agg(quote_ident(attname), ', '))
            FROM pg_attribute WHERE attrelid = '${table}'::regclass AND attnum > 0 AND NOT attisdropped
              AND attgenerated = '' AND NOT attname = ANY ('{${columns.join(',')}}'));
        END $$`);
    await runner.query(`
      -- For triggers whose WHEN says all there is to ask.
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
        BEGIN
          RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';
        END $$;
      CREATE TRIGGER submitted_once BEFORE UPDATE OF submitted_at ON applications FOR EACH ROW
        WHEN (OLD.submitted_at IS NOT NULL AND NEW.submitted_at IS DISTINCT FROM OLD.submitted_at)
        EXECUTE FUNCTION refuse('an application came in once');
      CREATE TRIGGER made_once BEFORE UPDATE OF result, manifest ON exports FOR EACH ROW
        WHEN (OLD.result IS NOT NULL AND (NEW.result IS DISTINCT FROM OLD.result OR NEW.manifest IS DISTINCT FROM OLD.manifest))
        EXECUTE FUNCTION refuse('what was exported never changes');
      CREATE TRIGGER not_ahead BEFORE INSERT ON interest_declarations FOR EACH ROW
        WHEN (NEW.declared_at > clock_timestamp() + interval '5 minutes')
        EXECUTE FUNCTION refuse('an interest is declared when it is declared');
      CREATE TRIGGER not_ahead BEFORE INSERT ON api_keys FOR EACH ROW
        WHEN (NEW.created_at > clock_timestamp() + interval '5 minutes')
        EXECUTE FUNCTION refuse('a key is made when it is made');

      -- An amendment goes on with the reports of its case.
      CREATE FUNCTION must_stay_in_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
          SET search_path = pg_catalog, public, pg_temp AS $$
        BEGIN
          IF NOT EXISTS (SELECT FROM decisions n JOIN decisions o USING (application_id, organisation_id)
              WHERE n.id = NEW.decision_id AND o.id = OLD.decision_id) THEN
            RAISE EXCEPTION 'a report stays in its case' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER same_case BEFORE UPDATE OF decision_id ON reports FOR EACH ROW
        WHEN (NEW.decision_id <> OLD.decision_id) EXECUTE FUNCTION must_stay_in_case();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER same_case ON reports;
      DROP TRIGGER not_ahead ON api_keys;
      DROP TRIGGER not_ahead ON interest_declarations;
      DROP TRIGGER made_once ON exports;
      DROP TRIGGER submitted_once ON applications;
      DROP FUNCTION must_stay_in_case, refuse;
    `);
    for (const table of Object.keys(FIXED))
      await runner.query(`REVOKE UPDATE ON ${table} FROM medel_app; GRANT UPDATE ON ${table} TO medel_app`);
  }
}

const FIXED: Record<string, readonly string[]> = {
  accounting_imports: ['id', 'organisation_id', 'report_id'],
  // The number is given by the database.
  applications: ['id', 'organisation_id', 'call_id', 'created_by', 'created_at', 'registry_number'],
  calls: [
    'id',
    'programme_code',
    'wording_from',
    'title',
    'opens_on',
    'closes_on',
    'step',
    'years',
    'appropriation_code',
    'created_at',
  ],
  decision_years: ['id'],
  decisions: ['id', 'appropriation_id', 'proposed_at'],
  evidence_demands: ['id', 'organisation_id', 'report_id', 'sample_id', 'proofs', 'requested_at'],
  export_schedules: ['id', 'created_at'],
  exports: [
    'id',
    'kind',
    'format',
    'filters',
    'as_of',
    'csv',
    'requested_by',
    'requested_at',
    'schedule_id',
    'due_at',
  ],
  letters: ['id'],
  measure_datasets: ['id'],
  organisations: ['id'],
  payee_accounts: ['id', 'proposed_at'],
  payment_files: ['id'],
  payments: ['id', 'instalment', 'pay_on'],
  recoveries: ['id'],
  reports: ['id', 'organisation_id', 'kind'],
  thinnings: ['id', 'listed_at'],
  // An account is one person for ever.
  users: ['id', 'person_id'],
};

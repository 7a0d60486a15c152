import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Four eyes are two persons, and who is which person is what the account says: a row cannot name an account and another
 * person beside it, nor a payment other persons than its decision. Told after the other rules, which say more of what is
 * wrong.
 */
export class NamePersons1790000036610 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const { account, person } of PAIRS)
      await runner.query(`
        CREATE FUNCTION ${functionOf(account)}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        BEGIN
          IF NOT EXISTS (SELECT FROM users WHERE id = NEW.${account} AND person_id = NEW.${person}) THEN
            RAISE EXCEPTION '${person} is not the person of ${account}'
              USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_${person}';
          END IF;
          RETURN NULL;
        END $$`);
    for (const { table, account, person, when } of NAMED)
      await runner.query(`
        CREATE TRIGGER named_${account} AFTER ${when} ON ${table} FOR EACH ROW
        WHEN (NEW.${account} IS NOT NULL OR NEW.${person} IS NOT NULL) EXECUTE FUNCTION ${functionOf(account)}()`);
    await runner.query(`
      CREATE FUNCTION must_name_persons_of_decision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        BEGIN
          IF NOT EXISTS (SELECT FROM decisions WHERE id = NEW.decision_id
              AND prepared_by_person = NEW.prepared_by_person AND decided_by_person = NEW.decided_by_person) THEN
            RAISE EXCEPTION 'a payment names the persons of its decision'
              USING ERRCODE = 'check_violation', CONSTRAINT = 'payments_persons_of_decision';
          END IF;
          RETURN NULL;
        END $$;
      CREATE TRIGGER persons_of_decision AFTER INSERT OR UPDATE OF decision_id, prepared_by_person, decided_by_person
        ON payments FOR EACH ROW EXECUTE FUNCTION must_name_persons_of_decision()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TRIGGER persons_of_decision ON payments; DROP FUNCTION must_name_persons_of_decision`,
    );
    for (const { table, account } of NAMED) await runner.query(`DROP TRIGGER named_${account} ON ${table}`);
    for (const { account } of PAIRS) await runner.query(`DROP FUNCTION ${functionOf(account)}`);
  }
}

const functionOf = (account: string): string => `must_name_person_of_${account}`;

const kept = (table: string, account: string, person = 'person_id') => ({
  table,
  account,
  person,
  when: 'INSERT',
});
const changed = (table: string, account: string) => {
  const person = `${account}_person`;
  return { table, account, person, when: `INSERT OR UPDATE OF ${account}, ${person}` };
};

const NAMED = [
  kept('interest_declarations', 'user_id'),
  kept('assessments', 'user_id'),
  kept('judgements', 'user_id'),
  kept('co_financing_proofs', 'user_id'),
  kept('condition_judgements', 'judged_by'),
  changed('decisions', 'prepared_by'),
  changed('decisions', 'decided_by'),
  changed('decisions', 'revoked_by'),
  changed('payments', 'attested_by'),
  changed('payee_accounts', 'proposed_by'),
  changed('payee_accounts', 'approved_by'),
  changed('payment_files', 'requested_by'),
  changed('recoveries', 'considered_by'),
  changed('recoveries', 'notified_by'),
  changed('recoveries', 'decided_by'),
];
const PAIRS = [...new Map(NAMED.map((each) => [each.account, each])).values()];

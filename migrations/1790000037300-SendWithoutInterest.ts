import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has a declared interest in a case sends none of its payments to the bank, as it attests none (I9). */
export class SendWithoutInterest1790000037300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION must_have_no_interest_in_payment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = public AS $$
        BEGIN
          IF has_interest(
              (SELECT d.application_id FROM payments p JOIN decisions d ON d.id = p.decision_id WHERE p.id = NEW.payment_id),
              (SELECT requested_by_person FROM payment_files WHERE id = NEW.payment_file_id)) THEN
            RAISE EXCEPTION 'somebody with an interest sends a payment of the case'
              USING ERRCODE = 'check_violation', CONSTRAINT = 'payments_no_interest';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER sent_without_interest BEFORE INSERT ON payment_file_lines
        FOR EACH ROW EXECUTE FUNCTION must_have_no_interest_in_payment();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER sent_without_interest ON payment_file_lines;
      DROP FUNCTION must_have_no_interest_in_payment;
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The sum of a year's payments over a case, found by the case: planned while the table is young, the former statement
 * might go through all payments of a calendar year.
 */
export class FindPaymentsByYear1790000033100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      mustBePayable(`decisions own JOIN decisions d USING (application_id)
            JOIN decision_years y ON y.decision_id = d.id AND y.year = NEW.year
            JOIN payments p ON p.decision_year_id = y.id
            WHERE own.id = NEW.decision_id AND p.status NOT IN ('cancelled', 'bounced')`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      mustBePayable(`decisions own JOIN decisions d USING (application_id)
            JOIN payments p ON p.decision_id = d.id
            WHERE own.id = NEW.decision_id AND p.year = NEW.year AND p.status NOT IN ('cancelled', 'bounced')`),
    );
  }
}

const mustBePayable = (payments: string): string => `
  CREATE OR REPLACE FUNCTION must_be_payable_in_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    DECLARE granted bigint; planned bigint;
    BEGIN
      SELECT amount INTO granted FROM decision_years WHERE id = NEW.decision_year_id FOR UPDATE;
      SELECT coalesce(sum(p.amount), 0) INTO planned FROM ${payments};
      IF planned + NEW.amount > granted THEN
        RAISE EXCEPTION 'payments of a year exceed what was granted' USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NEW;
    END $$`;

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of similar municipalities come with the acceptance of their data set and never change, as its values do. */
export class FreezeSimilarMunicipalities1790000015000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TRIGGER frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON similar_municipalities
        FOR EACH STATEMENT EXECUTE FUNCTION must_not_change();
      CREATE TRIGGER accepted AFTER INSERT ON similar_municipalities REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION must_await_acceptance();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER accepted ON similar_municipalities;
      DROP TRIGGER frozen ON similar_municipalities;
    `);
  }
}

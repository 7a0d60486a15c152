import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The public list of grants by the day of the award, however many decisions there are. */
export class FindAwardedGrants1790000035000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX decisions_awarded ON decisions (decided_at DESC, application_id DESC)
      WHERE status = 'approved' AND outcome = 'approve'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX decisions_awarded');
  }
}

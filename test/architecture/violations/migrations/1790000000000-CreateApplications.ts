import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateApplications1790000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table application (id uuid primary key)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table application');
  }
}

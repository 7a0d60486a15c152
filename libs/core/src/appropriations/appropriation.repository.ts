import { Injectable } from '@nestjs/common';
import { Database, sql, type Sql } from '#platform/database';
import { AppropriationAmendment } from './appropriation-amendment.entity.js';
import { Appropriation } from './appropriation.entity.js';

@Injectable()
export class AppropriationRepository {
  constructor(private readonly database: Database) {}

  async find(code: string, year: number): Promise<Appropriation | null> {
    return this.one(sql`code = ${code} AND year = ${year}`);
  }

  async findById(id: string): Promise<Appropriation | null> {
    return this.one(sql`id = ${id}`);
  }

  /** The programmes that it pays for, by its calls. */
  async programmesOf(appropriationCode: string): Promise<string[]> {
    const rows = await this.database.execute<{ code: string }>(
      sql`SELECT DISTINCT programme_code AS code FROM calls WHERE appropriation_code = ${appropriationCode} ORDER BY 1`,
    );
    return rows.map((row) => row.code);
  }

  amendmentCount(appropriationId: string): Promise<number> {
    return this.database.manager.getRepository(AppropriationAmendment).countBy({ appropriationId });
  }

  /** The one that the decision's first year draws on; `null` where it grants no money. */
  async ofDecision(decisionId: string): Promise<Appropriation | null> {
    return this.one(sql`id = (SELECT appropriation_id FROM decisions WHERE id = ${decisionId})`);
  }

  async get(id: string): Promise<Appropriation> {
    return (await this.findById(id))!;
  }

  /** The appropriation of the year, or the last one before it. */
  async latest(code: string, year: number): Promise<Appropriation | null> {
    return this.one(sql`code = ${code} AND year <= ${year} ORDER BY year DESC LIMIT 1`);
  }

  async exists(code: string): Promise<boolean> {
    return this.database.manager.getRepository(Appropriation).existsBy({ code });
  }

  async openFunds(id: string): Promise<void> {
    await this.database.execute(
      sql`INSERT INTO appropriation_funds (appropriation_id, fund) VALUES (${id}, 'appropriation'), (${id}, 'commitmentLimit')`,
    );
  }

  private async one(which: Sql): Promise<Appropriation | null> {
    const [row] = await this.database.findAll(Appropriation, which);
    return row ?? null;
  }
}

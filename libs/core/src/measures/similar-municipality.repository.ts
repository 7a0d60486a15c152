import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { SimilarMunicipality } from './similar-municipality.entity.js';

const BATCH = 1_000;

@Injectable()
export class SimilarMunicipalityRepository {
  constructor(private readonly database: Database) {}

  async insert(rows: readonly SimilarMunicipality[]): Promise<void> {
    for (let start = 0; start < rows.length; start += BATCH)
      await this.database.manager
        .createQueryBuilder()
        .insert()
        .into(SimilarMunicipality)
        .values(rows.slice(start, start + BATCH))
        .execute();
  }
}

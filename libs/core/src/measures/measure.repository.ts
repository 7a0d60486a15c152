import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Area } from './area.entity.js';
import { EvaluationFigure } from './evaluation-figure.entity.js';
import type { MeasureValue } from './measure-value.entity.js';
import { SimilarMunicipality } from './similar-municipality.entity.js';

export interface DatasetContent {
  values: MeasureValue[];
  areas: Area[];
  similar: SimilarMunicipality[];
  figures: EvaluationFigure[];
}

/** A statement takes at most 65 535 parameters. */
const ROWS_AT_ONCE = 1_000;

@Injectable()
export class MeasureRepository {
  constructor(private readonly database: Database) {}

  async insert({ areas, similar, figures }: Omit<DatasetContent, 'values'>): Promise<void> {
    const insert = () => this.database.manager.createQueryBuilder().insert();
    for (const rows of parts(areas)) await insert().into(Area).values(rows).execute();
    for (const rows of parts(similar)) await insert().into(SimilarMunicipality).values(rows).execute();
    for (const rows of parts(figures)) await insert().into(EvaluationFigure).values(rows).execute();
  }
}

function parts<Row>(rows: readonly Row[]): Row[][] {
  const count = Math.ceil(rows.length / ROWS_AT_ONCE);
  return Array.from({ length: count }, (_, part) =>
    rows.slice(part * ROWS_AT_ONCE, (part + 1) * ROWS_AT_ONCE),
  );
}

import { Injectable } from '@nestjs/common';
import type { MeasureFacts, Quality } from '#domain/applications/facts';
import { findNearestMunicipalities, type Comparable } from '#domain/measures/comparison';
import { measures } from '#domain/measures/definitions';
import { computeDistribution } from '#domain/measures/standard-score';
import { computeTrend } from '#domain/measures/trend';
import type { LocalDate } from '#domain/shared/local-date';
import { Database, sql, type Scope } from '#platform/database';
import { MeasureQueries } from './measure.queries.js';
import { latestFirst, loadedBy } from './series-sql.js';
import { VintageQueries } from './vintage.queries.js';

/** How many municipalities one is seen beside. */
export const NEAREST = 7;

interface Ref {
  id: string;
  code: string | null;
  name: string;
  kind: string;
}

interface Municipality extends Omit<Comparable, 'value'> {
  id: string;
  name: string;
}

interface OwnMeasures {
  organisation: Ref;
  items: { measure: string; year: number; value: number | null; quality: Quality }[];
  areas: object[];
}

/** What a recipient's values are to be seen beside: how they have moved, and those of municipalities like it. */
@Injectable()
export class ComparisonQueries {
  constructor(
    private readonly database: Database,
    private readonly measures: MeasureQueries,
    private readonly vintages: VintageQueries,
  ) {}

  async ofOrganisation(scope: Scope, organisationId: string, asOf?: LocalDate) {
    const { text } = await this.measures.ofOrganisation(scope, organisationId, asOf);
    const own = JSON.parse(text) as OwnMeasures;
    return {
      ...own,
      trends: trendsOf(own),
      comparisons: await this.compare(scope, own.organisation, asOf),
      similar: await this.similar(scope, organisationId, asOf),
    };
  }

  /** The nearest of each measure by its latest year. Only a municipality is compared, and only with municipalities. */
  private async compare(scope: Scope, { kind, code }: Ref, asOf?: LocalDate) {
    if (kind !== 'municipality' || code === null) return [];
    const municipalities = await this.municipalities(scope);
    const own = municipalities.find((each) => each.code === code)!;
    const facts = await this.vintages.facts(
      scope,
      measures.map((measure) => measure.code),
      { asOf },
    );
    return measures.flatMap((measure) => {
      const found = facts[measure.code];
      return found ? [compareBy(found, own, municipalities)] : [];
    });
  }

  private municipalities(scope: Scope): Promise<Municipality[]> {
    return this.database.read<Municipality>(
      scope,
      sql`SELECT id, code, name, size_class AS "sizeClass", municipality_group AS "municipalityGroup" FROM organisations
          WHERE kind = 'municipality' AND code IS NOT NULL ORDER BY code`,
    );
  }

  /** As sources have them, each the latest list on its basis, with where it is from. */
  private similar(scope: Scope, organisationId: string, asOf?: LocalDate) {
    return this.database.read(
      scope,
      sql`SELECT l.basis, l.year, json_build_object('id', d.id, 'source', d.source, 'vintage', d.vintage, 'sha256', d.sha256) AS dataset,
            (SELECT json_agg(json_build_object('rank', s.rank,
                'organisation', json_build_object('id', o.id, 'code', o.code, 'name', o.name, 'kind', o.kind)) ORDER BY s.rank)
              FROM similar_municipalities s JOIN organisations o ON o.id = s.similar_id
              WHERE s.municipality_id = ${organisationId} AND s.basis = l.basis AND s.year = l.year
                AND s.dataset_id = l.dataset_id) AS items
          FROM (SELECT DISTINCT ON (s.basis) s.basis, s.year, s.dataset_id FROM similar_municipalities s
            JOIN measure_datasets d ON d.id = s.dataset_id WHERE s.municipality_id = ${organisationId} AND ${loadedBy(asOf)}
            ORDER BY s.basis, s.year DESC, ${latestFirst}) l
          JOIN measure_datasets d ON d.id = l.dataset_id ORDER BY l.basis`,
    );
  }
}

function compareBy(
  { code, year, quality, dataset, values }: MeasureFacts,
  own: Municipality,
  all: Municipality[],
) {
  const distribution = computeDistribution(
    Object.values(values).filter((value) => value !== null),
    'population',
  );
  const comparable = (each: Municipality): Comparable => ({ ...each, value: values[each.code] ?? null });
  const byCode = new Map(all.map((each) => [each.code, each]));
  const nearest = findNearestMunicipalities(comparable(own), all.map(comparable), distribution, NEAREST);
  return {
    measure: code,
    year,
    quality,
    dataset,
    items: nearest.map(({ code: near, rank, value, distance }) => {
      const { id, name, sizeClass, municipalityGroup } = byCode.get(near)!;
      return {
        rank,
        organisation: { id, code: near, name, kind: 'municipality' },
        sizeClass,
        municipalityGroup,
        value,
        distance: {
          sizeClass: distance.sizeClass,
          municipalityGroup: distance.municipalityGroup,
          measure: distance.measure.value,
        },
        reason: distance.measure.reason,
      };
    }),
  };
}

function trendsOf({ items }: OwnMeasures) {
  const codes = [...new Set(items.map(({ measure }) => measure))];
  return codes.map((code) => ({
    measure: code,
    points: computeTrend(items.filter(({ measure }) => measure === code)).map(
      ({ year, value, index, change, changePercent }) => ({
        year,
        value: value.value,
        index: index.value,
        change: change.value,
        changePercent: changePercent.value,
        /** Why something is missing: of the value, else of the index, else of the change. */
        reason: value.reason ?? index.reason ?? change.reason ?? changePercent.reason,
      }),
    ),
  }));
}

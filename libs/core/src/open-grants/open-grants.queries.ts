import { Injectable } from '@nestjs/common';
import { searchApplications } from '#core/applications';
import { openGrants, openGrantsExport, type ExportFilters } from '#core/exports';
import { organisationJson } from '#core/organisations';
import { Clock } from '#platform/clock';
import {
  and,
  Database,
  list,
  sql,
  trusted,
  type JsonText,
  type PageRequest,
  type Sql,
} from '#platform/database';

/** Anyone asks, so nobody's scope: only what is public leaves. */
const EVERYTHING = { organisationId: null };
/** As long as whoever asked may keep the answer. */
const KEPT_MILLISECONDS = 60_000;
const MOST_KEPT = 200;

export interface OpenGrantsFilter extends Pick<ExportFilters, 'year' | 'programmeCode'> {
  /** A recipient's code: four digits of a municipality, two of a region. */
  organisationCode?: string;
  q?: string;
}

/** Granted money for anyone to read: the rows of the export `open-grants`, a page at a time or added up. */
@Injectable()
export class OpenGrantsQueries {
  private readonly summaries = new Map<string, { until: number; body: Promise<JsonText> }>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(
    { organisationCode, q, year, programmeCode }: OpenGrantsFilter,
    request: PageRequest,
  ): Promise<JsonText> {
    const { from, where, cells } = openGrants({ year, programmeCode }, null);
    const search = q
      ? await searchApplications(this.database, EVERYTHING, q)
      : { join: sql``, where: sql`true` };
    const members = openGrantsExport.columns.map(({ key }) => sql`${trusted(`'${key}'`)}, ${cells[key]!}`);
    const query = {
      item: sql`json_build_object(${list(members)})`,
      from: sql`${from} ${search.join}`,
      where: [...where, search.where, ...ofCode(organisationCode)],
      id: sql`d.application_id`,
      sorts: {
        awardDate: { by: sql`d.awarded_at`, type: 'timestamptz' as const },
        id: { by: sql`coalesce(a.registry_number, '')`, type: 'text' as const },
        recipient: { by: sql`o.name`, type: 'text' as const },
      },
      defaultSort: '-awardDate',
    };
    return this.database.page(EVERYTHING, query, request);
  }

  /** Adds up all grants, so it is asked once for everyone who asks within a minute. */
  summary(filter: OpenGrantsFilter): Promise<JsonText> {
    const key = JSON.stringify([filter.year, filter.programmeCode, filter.organisationCode]);
    const now = this.clock.now().getTime();
    const kept = this.summaries.get(key);
    if (kept && kept.until > now) return kept.body;
    const body = this.database.document(EVERYTHING, summaryOf(filter, this.clock.today()));
    body.catch(() => this.summaries.delete(key));
    if (this.summaries.size >= MOST_KEPT) this.summaries.clear();
    this.summaries.set(key, { until: now + KEPT_MILLISECONDS, body });
    return body;
  }
}

const ofCode = (code?: string): Sql[] => (code === undefined ? [] : [sql`o.code = ${code}`]);

/** A year is the one in which it was awarded, as in the list; every krona stands once in each of the three. */
function summaryOf({ organisationCode, ...filters }: OpenGrantsFilter, today: string): Sql {
  const { from, where, cells } = openGrants(filters, null);
  return sql`WITH granted AS MATERIALIZED (
      SELECT o.id AS organisation, c.programme_code AS programme, extract(year FROM ${cells['awardDate']!})::integer AS year,
        ${cells['amountAwarded']!} AS amount FROM ${from} WHERE ${and([...where, ...ofCode(organisationCode)])})
    SELECT jsonb_build_object('currency', 'SEK', 'asOf', ${today}::text, ${SUMS},
      'byYear', (SELECT coalesce(jsonb_agg(g.item ORDER BY g.year), '[]') FROM (
        SELECT year, jsonb_build_object('year', year, ${SUMS}) AS item FROM granted GROUP BY year) g),
      'byProgramme', (SELECT coalesce(jsonb_agg(g.item ORDER BY g.programme), '[]') FROM (
        SELECT programme, jsonb_build_object('programmeCode', programme, ${SUMS}) AS item FROM granted GROUP BY programme) g),
      'byRecipient', (SELECT coalesce(jsonb_agg(jsonb_build_object('organisation', ${organisationJson}, 'county', o.county,
          'grants', g.grants, 'amountAwarded', g.amount, 'population', o.population, 'populationYear', o.population_year,
          'populationSource', o.population_source,
          'awardedPerInhabitant', round(g.amount::numeric / nullif(o.population, 0), 2)) ORDER BY o.kind, o.code, o.name), '[]')
        FROM (SELECT organisation, count(*) AS grants, sum(amount)::bigint AS amount FROM granted GROUP BY organisation) g
        JOIN organisations o ON o.id = g.organisation))::text AS body FROM granted`;
}

const SUMS = sql`'grants', count(*), 'recipients', count(DISTINCT organisation),
  'amountAwarded', coalesce(sum(amount), 0)::bigint`;

import { sql, type Sql } from '#platform/database';

/** The inhabitants of `g` with where the figure is from, and kronor for each of them with two decimals. */
export const perInhabitant = (kronor: Sql): Sql => sql`g.population, g.population_year AS "populationYear",
  g.population_source AS "populationSource", round(${kronor}::numeric / nullif(g.population, 0), 2) AS "grantedPerInhabitant"`;

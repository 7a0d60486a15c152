import { sql, type Sql } from '#platform/database';

/** How many rows PostgreSQL expects of a statement: asked of its planner, so that nothing is read. */
export const expectedRows = (rows: Sql): Sql => sql`EXPLAIN (FORMAT json) ${rows}`;

/** True for one connection at a time; free again when that one ends. */
export const takeLargeLane = sql`SELECT pg_try_advisory_lock(hashtext('medel.export.large')) AS taken`;

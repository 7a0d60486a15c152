import pg from 'pg';
import type { Sql } from '#platform/database';
import type { Any, Medel } from '#testing';

/** How a list's statements go about their tables. */
export interface Ways {
  /** The indexes, each once, but those of tables that are never large. */
  by: string[];
  /** Large tables that are read from end to end, or sorted as a whole. */
  whole: string[];
}

/** As many rows as a table of a small authority may have for ever. */
const LARGE = 900;

/** As many as the country has, or as one authority opens: which of their indexes reads them is chance, and of no weight. */
const NEVER_LARGE = ['organisations', 'calls', 'call_budgets'];

/** The plans that the runtime role's connections use, by the database's own count of its rows. */
export async function plansOf(
  medel: Medel,
  who: 'agency' | 'recipient',
  statements: readonly Sql[],
): Promise<Ways> {
  const client = new pg.Client({ connectionString: medel.config.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      'SELECT relname AS name FROM pg_class WHERE reltuples > $1',
      [LARGE],
    );
    const large = new Set(rows.map(({ name }) => name));
    const { rows: few } = await client.query<{ name: string }>(
      'SELECT indexrelid::regclass::text AS name FROM pg_index WHERE indrelid = ANY ($1::text[]::regclass[])',
      [NEVER_LARGE],
    );
    const ofFew = new Set(few.map(({ name }) => name));
    await client.query(`SELECT set_config('medel.scope', $1, false)`, [who === 'agency' ? 'all' : 'own']);
    // What has an index is to be found by it here already, where the tables are small: what is left has none.
    await client.query('SET enable_seqscan = off');
    const [by, whole] = [new Set<string>(), new Set<string>()];
    for (const { text } of statements) {
      const { rows: plans } = await client.query<{ 'QUERY PLAN': Any[] }>(
        `EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${text}`,
      );
      for (const { node, isSorted } of nodesOf(plans[0]!['QUERY PLAN'][0]!['Plan'])) {
        const table = node['Relation Name'] as string | undefined;
        if (table && large.has(table) && isWhole(node, isSorted)) whole.add(table);
        const index = node['Index Name'] as string | undefined;
        if (index && !ofFew.has(index) && !isAnyIndex(node)) by.add(index);
      }
    }
    return { by: [...by].sort(), whole: [...whole].sort() };
  } finally {
    await client.end();
  }
}

/** A count of all may be told by any index that holds what row security asks for: which one is chance. */
const isAnyIndex = (node: Any): boolean => node['Node Type'] === 'Index Only Scan' && !node['Index Cond'];

/** A count that stops may begin anywhere, unless it looks for what few rows have. */
function isWhole(node: Any, isSorted: boolean): boolean {
  const isLookingFor = /\$\d/.test(node['Filter'] ?? '');
  if (node['Node Type'] === 'Seq Scan') return isSorted || isLookingFor;
  if (isAnyIndex(node) && isLookingFor) return true;
  return isSorted && !node['Index Cond'] && !node['Recheck Cond'];
}

/** Each node of a plan, with whether all that it yields has to be sorted before the first row is known. */
function nodesOf(node: Any, isSorted = false): { node: Any; isSorted: boolean }[] {
  const sorts = isSorted || node['Node Type'] === 'Sort';
  const below = ((node['Plans'] ?? []) as Any[]).flatMap((plan) =>
    nodesOf(
      plan,
      plan['Parent Relationship'] === 'InitPlan' || plan['Parent Relationship'] === 'SubPlan' ? false : sorts,
    ),
  );
  return [{ node, isSorted }, ...below];
}

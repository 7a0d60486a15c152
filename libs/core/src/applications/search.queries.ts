import { sql, type Database, type Scope, type Sql } from '#platform/database';

/** As many matches as are sorted sooner than they are met on the way down the list: all of a recipient's, of a million cases. */
const FEW = 10_000;

/**
 * Words of title and summary (Swedish), a piece of the title, the registry number, or a piece of the organisation's name,
 * of applications `a`. Among all cases, what matches few is looked up; what matches many is met soon on the way down the
 * list. What a name or a number finds is asked once, so that nothing but indexes is read of the cases that are counted.
 */
export async function searchApplications(
  database: Database,
  scope: Scope,
  q: string,
): Promise<{ join: Sql; where: Sql }> {
  if (scope.organisationId === null) {
    const row = await database.readOne<{ found: string[] | null }>(
      scope,
      sql`SELECT find_applications(${q}, ${FEW}) AS found`,
    );
    if (row!.found) return { join: sql``, where: sql`a.id = ANY(${row!.found}::uuid[])` };
  }
  return {
    join: sql`JOIN application_words w ON w.application_id = a.id`,
    where: sql`(a.id = ANY (ARRAY(SELECT id FROM applications WHERE registry_number = ${q}))
      OR a.organisation_id = ANY (ARRAY(SELECT id FROM organisations WHERE strpos(lower(name), lower(${q})) > 0))
      OR w.words @@ (SELECT words_query(${q})) OR strpos(w.title, lower(${q})) > 0)`,
  };
}

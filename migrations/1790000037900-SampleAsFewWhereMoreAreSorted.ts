import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * As many cases as a recipient has of a million are worth sorting (`FEW` of `search.queries.ts`), but no more than some five
 * hundred are worth looking at to tell whether a tenth of all has what is searched for.
 */
export class SampleAsFewWhereMoreAreSorted1790000037900 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return change(runner, '25 * most', '50000');
  }

  down(runner: QueryRunner): Promise<void> {
    return change(runner, '50000', '25 * most');
  }
}

/** The function as it stands, but for one figure: percent of the pages, of so many cases. */
async function change(runner: QueryRunner, from: string, to: string): Promise<void> {
  const [{ body }] = (await runner.query(
    `SELECT pg_get_functiondef('find_applications(text, integer)'::regprocedure) AS body`,
  )) as [{ body: string }];
  if (!body.includes(from)) throw new Error(`find_applications does not say ${from}`);
  await runner.query(
    body
      .replace(from, to)
      .replace(
        'Of the pages that the planner counts, so many that a quarter as many cases are looked at as are worth sorting.',
        'Of the pages, so many that some five hundred cases are looked at.',
      ),
  );
}

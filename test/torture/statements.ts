import pg from 'pg';

/**
 * What is asked of the database while something is done, statement by statement: who learns nothing from an answer must not
 * learn it from what the answer took either, and statements can be compared where a clock cannot.
 */
export async function statementsOf<T>(act: () => Promise<T>): Promise<{ result: T; statements: string[] }> {
  const statements: string[] = [];
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const { query } = prototype;
  prototype.query = function (this: unknown, ...args: unknown[]) {
    const asked = args[0] as string | { text: string };
    statements.push(typeof asked === 'string' ? asked : asked.text);
    return query.apply(this, args);
  };
  try {
    return { result: await act(), statements };
  } finally {
    prototype.query = query;
  }
}

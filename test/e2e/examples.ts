import type { Any, Client } from '#testing';

/** Where an example of what a page shows is found, by the page's path; the second is the field that its address holds. */
const SOURCES: Record<string, readonly [list: string, field: string]> = {
  '/stod/:code': ['/public/programmes', 'code'],
};

/** The address of a page with a real example in it; `null` where there is none that this person may see. */
export async function exampleOf(path: string, client: Client): Promise<string | null> {
  const parameter = /:(\w+)/.exec(path)?.[0];
  if (!parameter) return path;
  const source = SOURCES[path];
  if (!source) throw new Error(`Say in test/e2e/examples.ts where an example of ${path} is found`);
  const [list, field] = source;
  const { status, body } = await client.get(list);
  const first = status === 200 ? (body.items as Any[])[0] : undefined;
  return first ? path.replace(parameter, first[field]) : null;
}

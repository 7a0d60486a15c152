import type { JsonText } from '#platform/database';
import { API_PREFIX } from './server.js';

/** Answers what was made, with its address. */
export async function created(
  collection: string,
  made: Promise<{ id: string }>,
  show: (id: string) => Promise<JsonText>,
): Promise<JsonText> {
  const { id } = await made;
  return (await show(id)).at(`/${API_PREFIX}/${collection}/${id}`);
}

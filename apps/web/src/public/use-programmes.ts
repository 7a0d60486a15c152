import { queries } from '../api/client.js';

/** The programmes, as anybody may read them. */
export function useProgrammes() {
  const query = queries.useQuery('get', '/api/v1/public/programmes', {}, { staleTime: 300_000 });
  const items = query.data?.items ?? [];
  return { query, items, nameOf: (code: string) => items.find((each) => each.code === code)?.name ?? code };
}

import { queries } from '../api/client.js';

/** Whose Medel this is, and whether it is the demo. */
export function useInstance() {
  const { data } = queries.useQuery('get', '/api/v1/public/instance', {}, { staleTime: Infinity });
  return { demo: data?.demo ?? false, accounts: data?.accounts ?? [] };
}

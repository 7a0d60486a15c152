import { queries } from '../api/client.js';

/** Whose Medel this is, whether it is the demo, and whether this browser has a session to ask about. */
export function useInstance() {
  const { data } = queries.useQuery('get', '/api/v1/public/instance', {}, { staleTime: Infinity });
  return {
    demo: data?.demo ?? false,
    agency: data?.agency ?? null,
    hasSession: data?.hasSession,
    accounts: data?.accounts ?? [],
  };
}

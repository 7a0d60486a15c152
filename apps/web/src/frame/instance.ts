import { useQuery } from '@tanstack/react-query';
import { queries } from '../api/client.js';

export const instanceQuery = queries.queryOptions(
  'get',
  '/api/v1/public/instance',
  {},
  { staleTime: Infinity },
);

/** Whose Medel this is, whether it is the demo, and whether this browser has a session to ask about. */
export function useInstance() {
  const { data } = useQuery(instanceQuery);
  return {
    demo: data?.demo ?? false,
    agency: data?.agency ?? null,
    hasSession: data?.hasSession,
    accounts: data?.accounts ?? [],
    providers: data?.providers ?? [],
  };
}

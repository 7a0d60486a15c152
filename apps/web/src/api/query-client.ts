import { QueryClient } from '@tanstack/react-query';
import { Problem, UNREACHABLE } from './problem.js';

/** What was refused is refused again; only a server that did not answer is asked anew. */
const worthAnotherTry = (failures: number, error: Error) =>
  failures < 3 && (!(error instanceof Problem) || error.code === UNREACHABLE || error.code === 'unavailable');

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: worthAnotherTry, staleTime: 15_000, refetchOnWindowFocus: true, throwOnError: false },
    mutations: { retry: false },
  },
});

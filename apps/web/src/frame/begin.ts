import { matchRoutes } from 'react-router';
import { queries } from '../api/client.js';
import { queryClient } from '../api/query-client.js';
import { allOf, listOf } from '../api/lists.js';
import { isThrough, may, type Session } from '../session/session.js';
import type { Ask } from './page.js';
import { PAGES } from './pages.js';

const ROUTES = PAGES.map((page) => ({ path: page.path, page }));

/** How long the first paint waits for answers, once all else is there: a page that comes whole moves nothing. */
const MOMENT_MS = 250;

const begun: Promise<void>[] = [];

const ask: Ask = {
  one: (path, init) =>
    void begun.push(queryClient.prefetchQuery(queries.queryOptions('get', path as never, init as never))),
  list: (path, query, limit, first) =>
    void begun.push(queryClient.prefetchInfiniteQuery(listOf(path, query, limit, first))),
  all: (path) => void begun.push(queryClient.prefetchQuery(allOf(path))),
};

/** Resolves when what was asked for is there, or has not come in a moment. */
export const momentForAnswers = (): Promise<unknown> =>
  Promise.race([Promise.all(begun), new Promise((resolve) => setTimeout(resolve, MOMENT_MS))]);

/** Asks for what the page at the address is going to ask for, while its script is still on the way. */
export function beginPage(session: Session | null): void {
  const [found] = matchRoutes(ROUTES, location.pathname) ?? [];
  if (!found) return;
  const { page } = found.route;
  if (page.needs && (!may(session?.user, page.needs) || !isThrough(session?.secondFactor))) return;
  page.begin?.(ask, { params: found.params, search: new URLSearchParams(location.search) });
}

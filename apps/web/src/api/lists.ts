import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from './client.js';

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
  total: number;
  totalIsLowerBound?: boolean;
}

/** One list stands for all of them: the client knows a path only by its own type. */
type ListPath = '/api/v1/applications';

type Query = Record<string, unknown>;

/**
 * A list of the API, page after page. `query` are its filters and `sort`; empty ones are left out. `first` is how many are read
 * first, where a screenful should not wait for as many as `limit`.
 */
export function listOf<Item>(path: string, query: Query, limit = 100, first = limit) {
  const filled = Object.fromEntries(
    Object.entries(query).filter(([, value]) => value !== undefined && value !== ''),
  );
  return infiniteQueryOptions({
    queryKey: ['get', path, filled, limit, first],
    queryFn: ({ pageParam: cursor, signal }) =>
      api
        .GET(path as ListPath, {
          params: { query: { ...filled, limit: cursor ? limit : first, cursor } as never },
          signal,
        })
        .then((answer) => answer.data as unknown as Page<Item>),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
}

/** A list short enough to choose from, whole. */
export const allOf = <Item>(path: string, query: Query = {}) =>
  queryOptions({
    queryKey: ['all', path, query],
    queryFn: ({ signal }) => readAll<Item>(path, query, signal),
    staleTime: 300_000,
  });

async function readAll<Item>(path: string, query: Query, signal: AbortSignal): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const { data } = await api.GET(path as ListPath, {
      params: { query: { ...query, limit: 200, cursor } as never },
      signal,
    });
    const page = data as unknown as Page<Item>;
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return items;
}

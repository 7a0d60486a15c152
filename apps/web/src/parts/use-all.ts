import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.js';

/** One list stands for all of them: the client knows a path only by its own type. */
type ListPath = '/api/v1/applications';

async function readAll<Item>(
  path: string,
  query: Record<string, unknown>,
  signal: AbortSignal,
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const { data } = await api.GET(path as ListPath, {
      params: { query: { ...query, limit: 200, cursor } as never },
      signal,
    });
    const page = data as unknown as { items: Item[]; nextCursor: string | null };
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return items;
}

/** A list short enough to choose from, whole: organisations, colleagues, calls. */
export function useAll<Item>(path: string, query: Record<string, unknown> = {}, enabled = true) {
  return useQuery({
    queryKey: ['all', path, query],
    queryFn: ({ signal }) => readAll<Item>(path, query, signal),
    staleTime: 300_000,
    enabled,
  });
}

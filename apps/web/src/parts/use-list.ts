import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../api/client.js';

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
  total: number;
  totalIsLowerBound?: boolean;
}

/** One list stands for all of them: the client knows a path only by its own type. */
type ListPath = '/api/v1/applications';

/**
 * A list of the API, page after page. `query` are its filters and `sort`; empty ones are left out.
 * Give the item's type: `useList<Schemas['PaymentItem']>('/api/v1/payments', filters)`.
 */
export function useList<Item>(path: string, query: Record<string, string | number | undefined>, limit = 100) {
  const filled = Object.fromEntries(
    Object.entries(query).filter(([, value]) => value !== undefined && value !== ''),
  );
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData } = useInfiniteQuery(
    {
      queryKey: ['get', path, filled, limit],
      queryFn: ({ pageParam: cursor, signal }) =>
        api
          .GET(path as ListPath, { params: { query: { ...filled, limit, cursor } as never }, signal })
          .then((answer) => answer.data as unknown as Page<Item>),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
      // The rows of the last question stay until those of the new one are there.
      placeholderData: (before) => before,
    },
  );
  const pages = data?.pages;
  const rows = useMemo(() => pages?.flatMap((page) => page.items), [pages]);
  return {
    rows,
    total: pages?.[0]?.total ?? 0,
    isAtLeast: pages?.[0]?.totalIsLowerBound === true,
    error: error as unknown,
    isStale: isPlaceholderData,
    more: hasNextPage ? () => void (isFetchingNextPage || fetchNextPage()) : undefined,
  };
}

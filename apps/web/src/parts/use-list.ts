import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { listOf } from '../api/lists.js';

/**
 * A list of the API, page after page. `query` are its filters and `sort`; empty ones are left out.
 * Give the item's type: `useList<Schemas['PaymentItem']>('/api/v1/payments', filters)`.
 */
export function useList<Item>(
  path: string,
  query: Record<string, string | number | undefined>,
  limit = 100,
  first = limit,
) {
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData } = useInfiniteQuery(
    {
      ...listOf<Item>(path, query, limit, first),
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

import { useMemo } from 'react';
import { queries } from '../api/client.js';

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
  total: number;
  totalIsLowerBound?: boolean;
}

/** The paths that answer a list, and what their items are. */
type ListPath = '/api/v1/applications';

/**
 * A list of the API, page after page. `query` are its filters and `sort`; empty ones are left out.
 * Give the item's type: `useList<Schemas['PaymentItem']>('/api/v1/payments', filters)`.
 */
export function useList<Item>(path: string, query: Record<string, string | number | undefined>, limit = 100) {
  const filled = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== ''));
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData } =
    queries.useInfiniteQuery(
      'get',
      path as ListPath,
      { params: { query: { ...filled, limit } as never } },
      {
        pageParamName: 'cursor',
        initialPageParam: undefined as unknown as string,
        getNextPageParam: (last: unknown) => (last as Page<Item>).nextCursor ?? undefined,
        // The rows of the last question stay until those of the new one are there.
        placeholderData: (before: unknown) => before as never,
      },
    );
  const pages = data?.pages as unknown as Page<Item>[] | undefined;
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

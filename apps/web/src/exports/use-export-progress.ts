import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { queries } from '../api/client.js';
import { isUnfinished, type Export } from './order.js';

/** A browser holds few connections to one server open: more than this are followed in turn. */
const MOST_FOLLOWED = 2;

/**
 * Follows exports that are not done, as the server tells of them, until they are. What is told stands in the cache, so a
 * page that is read in again goes on where it was.
 */
export function useExportProgress(exports: readonly Pick<Export, 'id' | 'status'>[] | undefined): void {
  const client = useQueryClient();
  const ids = (exports ?? [])
    .filter(isUnfinished)
    .slice(-MOST_FOLLOWED)
    .map(({ id }) => id)
    .join(' ');
  useEffect(() => {
    const sources = ids
      .split(' ')
      .filter(Boolean)
      .map((id) => {
        const source = new EventSource(`/api/v1/exports/${id}/events`);
        source.addEventListener('progress', (event) => {
          const told = JSON.parse((event as MessageEvent<string>).data) as Export;
          client.setQueryData(
            queries.queryOptions('get', '/api/v1/exports/{id}', { params: { path: { id } } }).queryKey,
            told,
          );
          if (isUnfinished(told)) return;
          source.close();
          void client.invalidateQueries({ queryKey: ['get', '/api/v1/exports'] });
        });
        return source;
      });
    return () => sources.forEach((source) => source.close());
  }, [client, ids]);
}

import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { queries, type Schemas } from '../api/client.js';

type Dataset = Schemas['MeasureDatasetView'];

/** A data set, followed while it is read: what the server tells of the reading is shown as it comes, after a reload too. */
export function useFollowedDataset(id: string) {
  const client = useQueryClient();
  const asked = { params: { path: { id } } };
  const query = queries.useQuery('get', '/api/v1/measure-datasets/{id}', asked);
  const isReading = query.data?.status === 'reading';
  useEffect(() => {
    if (!isReading) return;
    const { queryKey } = queries.queryOptions('get', '/api/v1/measure-datasets/{id}', {
      params: { path: { id } },
    });
    const events = new EventSource(`/api/v1/measure-datasets/${id}/events`);
    events.addEventListener('progress', (event: MessageEvent<string>) => {
      const dataset = JSON.parse(event.data) as Dataset;
      client.setQueryData(queryKey, dataset);
      if (dataset.status === 'reading') return;
      events.close();
      // In the reader's language, which a stream of events is not asked in; and the lists that it stands in.
      void client.invalidateQueries();
    });
    // A stream that broke is taken up again by the browser; what became of it meanwhile is read.
    events.addEventListener('error', () => void client.invalidateQueries({ queryKey }));
    return () => events.close();
  }, [client, id, isReading]);
  return query;
}

import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, queries } from '../api/client.js';
import type { DraftSource } from '../parts/draft-keeper.js';
import { useDraft } from '../parts/use-draft.js';
import { contentOf, editOf, EMPTY, type Application, type Content } from './content.js';

/** What a browser sends though its page is gone, in bytes. */
const KEPT_ALIVE = 60_000;

/** The draft of one application; every saving also renews what is shown of the case, and asks the rules again. */
export function useApplicationDraft(id: string) {
  const client = useQueryClient();
  const source = useMemo((): DraftSource<Content> => {
    const path = { id };
    const { queryKey } = queries.queryOptions('get', '/api/v1/applications/{id}', { params: { path } });
    const reading = ({ data, response }: { data?: unknown; response: Response }) => {
      const application = data as Application;
      client.setQueryData(queryKey, application);
      return {
        content: contentOf(application),
        etag: response.headers.get('etag') ?? '',
        at: application.updatedAt,
      };
    };
    return {
      read: () => api.GET('/api/v1/applications/{id}', { params: { path } }).then(reading),
      write: async (parts, etag) => {
        const body = editOf(parts);
        const keepalive = JSON.stringify(body).length < KEPT_ALIVE;
        const params = { path, header: { 'If-Match': etag } };
        const written = reading(await api.PATCH('/api/v1/applications/{id}', { params, body, keepalive }));
        void client.invalidateQueries({ queryKey: ['get', '/api/v1/applications/{id}/checks'] });
        return written;
      },
    };
  }, [id, client]);
  return useDraft(source, EMPTY);
}

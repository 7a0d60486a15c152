import { queries } from '../api/client.js';
import { useText } from '../frame/language.js';
import { StatusTag } from '../parts/status-tag.js';
import type { Export } from './order.js';

/** The newest that is known of an export: what the events have told since the list was read. */
export function useNewest(row: Export): Export {
  const { data } = queries.useQuery(
    'get',
    '/api/v1/exports/{id}',
    { params: { path: { id: row.id } } },
    { enabled: false },
  );
  // A list that has been read later than the events knows of the end.
  return data && row.status !== 'ready' && row.status !== 'failed' && row.status !== 'cancelled' ? data : row;
}

export function ExportStatus({ row }: { row: Export }) {
  const { percent, t } = useText();
  const { status, progress } = useNewest(row);
  return (
    <span className="export-status">
      <StatusTag subject="export" status={status} />
      {status === 'running' ? (
        <>
          <progress value={progress} max={1} aria-label={t('web.exports.progress')} />
          <span className="number">{percent(progress)}</span>
        </>
      ) : null}
    </span>
  );
}

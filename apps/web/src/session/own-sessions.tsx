import { Button, Tag } from '@digdir/designsystemet-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Loaded } from '../parts/loaded.js';
import { tell } from '../parts/notices.js';
import { PlainTable } from '../parts/plain-table.js';
import { ProblemNotice } from '../parts/problem-notice.js';

type OwnSession = Schemas['OwnSessionView'];

/** Where one is signed in, with a way to end what should not be. */
export function OwnSessions() {
  const { t, moment } = useText();
  const client = useQueryClient();
  const query = queries.useQuery('get', '/api/v1/sessions');
  const end = useMutation({
    mutationFn: (id: string | null) =>
      id === null
        ? api.DELETE('/api/v1/sessions')
        : api.DELETE('/api/v1/sessions/{id}', { params: { path: { id } } }),
    onSuccess: (_, id) => {
      tell(t(id === null ? 'web.account.othersEnded' : 'web.account.ended'));
      return client.invalidateQueries();
    },
  });
  const deviceOf = ({ browser, system }: OwnSession) =>
    browser && system
      ? t('web.account.deviceOn', { browser, system })
      : (browser ?? system ?? t('web.account.deviceUnknown'));
  return (
    <Loaded query={query}>
      {({ items }) => (
        <>
          <ProblemNotice error={end.error} />
          <PlainTable
            caption={t('web.account.sessions')}
            rows={items}
            rowKey={(row) => row.id}
            columns={[
              { header: t('web.account.device'), cell: deviceOf },
              { header: t('web.account.network'), cell: (row) => row.network ?? '–' },
              {
                header: t('web.account.began'),
                cell: (row) => <span className="nowrap">{moment(row.beganAt)}</span>,
              },
              {
                header: t('web.account.seen'),
                cell: (row) => <span className="nowrap">{moment(row.seenAt)}</span>,
              },
              {
                header: t('web.account.ends'),
                cell: (row) =>
                  row.isCurrent ? (
                    <Tag>{t('web.account.thisOne')}</Tag>
                  ) : (
                    <Button
                      variant="tertiary"
                      aria-label={t('web.account.endNamed', {
                        device: deviceOf(row),
                        began: moment(row.beganAt),
                      })}
                      onClick={() => end.mutate(row.id)}
                    >
                      {t('web.account.end')}
                    </Button>
                  ),
              },
            ]}
          />
          {items.length > 1 ? (
            <Button variant="secondary" loading={end.isPending} onClick={() => end.mutate(null)}>
              {t('web.account.endOthers')}
            </Button>
          ) : null}
        </>
      )}
    </Loaded>
  );
}

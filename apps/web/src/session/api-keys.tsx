import { Alert, Button, Tag } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { FormFrame, useActForm } from '../parts/form.js';
import { FormDialog } from '../parts/form-dialog.js';
import { Loaded } from '../parts/loaded.js';
import { tell } from '../parts/notices.js';
import { PlainTable } from '../parts/plain-table.js';
import { SendRow } from '../parts/send-row.js';
import { today } from '../parts/today.js';
import { ApiKeyForm } from './api-key-form.js';
import { may, useSession } from './session.js';
import './account.css';

type ApiKey = Schemas['ApiKeyView'];

/** One's own keys for other systems. Who may make none and has none is not told of them. */
export function ApiKeys() {
  const { t } = useText();
  const { user } = useSession();
  const query = queries.useQuery('get', '/api/v1/api-keys');
  const [made, show] = useState<string | null>(null);
  const mayMake = may(user, 'apiKey.create');
  if (!mayMake && !query.data?.items.length) return null;
  return (
    <section>
      <h2>{t('web.apiKeys.title')}</h2>
      <p>{t('web.apiKeys.help')}</p>
      {made === null ? null : <MadeKey value={made} onSaved={() => show(null)} />}
      <Loaded query={query}>
        {({ items }) =>
          items.length > 0 ? <KeyTable items={items} /> : <p className="quiet">{t('web.apiKeys.none')}</p>
        }
      </Loaded>
      {mayMake ? (
        <FormDialog label={t('web.apiKeys.make')}>
          {(close) => (
            <ApiKeyForm
              onCancel={close}
              onMade={(key) => {
                close();
                show(key);
              }}
            />
          )}
        </FormDialog>
      ) : null}
    </section>
  );
}

/** Shown once: nobody can read it again, not even here. */
function MadeKey({ value, onSaved }: { value: string; onSaved: () => void }) {
  const { t } = useText();
  return (
    <Alert data-color="warning" role="alert" className="problem">
      <h3>{t('web.apiKeys.shown')}</h3>
      <p className="api-key">{value}</p>
      <p>{t('web.apiKeys.shownHelp')}</p>
      <Button variant="secondary" onClick={onSaved}>
        {t('web.apiKeys.saved')}
      </Button>
    </Alert>
  );
}

function KeyTable({ items }: { items: readonly ApiKey[] }) {
  const { t, day, moment } = useText();
  return (
    <PlainTable
      caption={t('web.apiKeys.title')}
      rows={items}
      rowKey={(row) => row.id}
      columns={[
        { header: t('web.apiKeys.name'), cell: (row) => row.name },
        {
          header: t('web.apiKeys.scopes'),
          cell: (row) => row.scopes.map((scope) => t(`web.apiKeys.scope.${scope}`)).join('; '),
        },
        {
          header: t('web.apiKeys.expiresOn'),
          cell: (row) => (
            <span className="nowrap">
              {day(row.expiresOn)}{' '}
              {row.expiresOn < today() ? <Tag data-color="warning">{t('web.apiKeys.ended')}</Tag> : null}
            </span>
          ),
        },
        {
          header: t('web.apiKeys.lastUsedAt'),
          cell: (row) => (row.lastUsedAt ? moment(row.lastUsedAt) : t('web.apiKeys.never')),
        },
        { header: t('web.apiKeys.act'), cell: (row) => <Revoke apiKey={row} /> },
      ]}
    />
  );
}

function Revoke({ apiKey: { id, name } }: { apiKey: ApiKey }) {
  const { t } = useText();
  return (
    <FormDialog label={t('web.apiKeys.revoke', { name })} help={t('web.apiKeys.revokeHelp')} danger>
      {(close) => <RevokeForm id={id} onCancel={close} />}
    </FormDialog>
  );
}

function RevokeForm({ id, onCancel }: { id: string; onCancel: () => void }) {
  const { t } = useText();
  const client = useQueryClient();
  const form = useActForm({
    defaults: {},
    send: () => api.DELETE('/api/v1/api-keys/{id}', { params: { path: { id } } }),
    onDone: () => {
      tell(t('web.apiKeys.revoked'));
      void client.invalidateQueries();
    },
  });
  return (
    <FormFrame form={form}>
      <SendRow label={t('action.apiKey.revoke')} isSending={form.isSending} onCancel={onCancel} danger />
    </FormFrame>
  );
}

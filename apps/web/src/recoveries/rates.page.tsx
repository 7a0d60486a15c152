import { useQueryClient } from '@tanstack/react-query';
import { api, queries } from '../api/client.js';
import { useText } from '../frame/language.js';
import { DayInput, FormFrame, NumberInput, TextInput, useActForm } from '../parts/form.js';
import { FormDialog } from '../parts/form-dialog.js';
import { Loaded } from '../parts/loaded.js';
import { tell } from '../parts/notices.js';
import { PageHead } from '../parts/page-head.js';
import { PlainTable } from '../parts/plain-table.js';
import { SendRow } from '../parts/send-row.js';
import { may, useSession } from '../session/session.js';

/** The reference rate of the Riksbank, half-year by half-year: late interest follows it. */
export function Component() {
  const { t, number, day } = useText();
  const query = queries.useQuery('get', '/api/v1/reference-rates', {});
  const percent = (value: number) => `${number(value)} %`;
  return (
    <>
      <PageHead title={t('web.recoveries.rates')} actions={<Record />}>
        <p>{t('web.recoveries.ratesHelp')}</p>
      </PageHead>
      <Loaded query={query}>
        {({ items }) => (
          <PlainTable
            caption={t('web.recoveries.rates')}
            rows={items}
            rowKey={(row) => row.validFrom}
            columns={[
              { header: t('web.recoveries.validFrom'), cell: (row) => day(row.validFrom) },
              { header: t('web.recoveries.rate'), cell: (row) => percent(row.percent), isNumber: true },
              {
                header: t('web.recoveries.lateRate'),
                cell: (row) => percent(row.lateInterestPercent),
                isNumber: true,
              },
              { header: t('web.recoveries.source'), cell: (row) => row.source },
            ]}
          />
        )}
      </Loaded>
    </>
  );
}

function Record() {
  const { t } = useText();
  const { user } = useSession();
  const client = useQueryClient();
  if (!may(user, 'referenceRate.create')) return null;
  return (
    <FormDialog
      label={t('action.referenceRate.create')}
      help={t('web.recoveries.recordHelp')}
      variant="primary"
    >
      {(close) => (
        <RateForm
          onCancel={close}
          onDone={() => {
            close();
            tell(t('web.act.done', { action: t('action.referenceRate.create') }));
            void client.invalidateQueries();
          }}
        />
      )}
    </FormDialog>
  );
}

function RateForm({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const { t } = useText();
  const form = useActForm({
    defaults: { validFrom: '', percent: null as number | null, source: '' },
    send: (values, headers) =>
      api.POST('/api/v1/reference-rates', { body: values as never, headers } as never),
    onDone,
  });
  return (
    <FormFrame form={form}>
      <DayInput name="validFrom" label={t('web.recoveries.validFrom')} />
      <NumberInput name="percent" label={t('web.recoveries.ratePercent')} />
      <TextInput name="source" label={t('web.recoveries.source')} maxLength={500} />
      <SendRow label={t('action.referenceRate.create')} isSending={form.isSending} onCancel={onCancel} />
    </FormFrame>
  );
}

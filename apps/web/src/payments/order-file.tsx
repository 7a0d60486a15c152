import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api } from '../api/client.js';
import { useText } from '../frame/language.js';
import { FormDialog } from '../parts/form-dialog.js';
import { FormFrame, useActForm } from '../parts/form.js';
import { SendRow } from '../parts/send-row.js';
import { ChooseBar } from './choose-bar.js';
import type { Payment } from './payment.js';

/** A file for the bank of the chosen payments; it leads to the file. */
export function OrderFile({ payments }: { payments: readonly Payment[] }) {
  const { t } = useText();
  return (
    <ChooseBar payments={payments}>
      <FormDialog
        label={t('action.paymentFile.create')}
        help={t('web.payments.orderHelp')}
        variant="primary"
        disabled={payments.length === 0}
      >
        {(close) => <Order payments={payments} onCancel={close} />}
      </FormDialog>
    </ChooseBar>
  );
}

function Order({ payments, onCancel }: { payments: readonly Payment[]; onCancel: () => void }) {
  const { t, kr } = useText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const form = useActForm({
    defaults: {},
    send: async (_, headers) => {
      const { data } = await api.POST('/api/v1/payment-files', {
        body: { paymentIds: payments.map((payment) => payment.id) },
        headers,
      } as never);
      await client.invalidateQueries();
      void navigate(`/utbetalningar/filer/${(data as unknown as { id: string }).id}`);
    },
    onDone: () => undefined,
  });
  const sum = payments.reduce((total, payment) => total + payment.toPay, 0);
  return (
    <FormFrame form={form}>
      <p>{t('web.payments.chosen', { n: payments.length, sum: kr(sum) })}</p>
      <SendRow label={t('action.paymentFile.create')} isSending={form.isSending} onCancel={onCancel} />
    </FormFrame>
  );
}

import { useText } from '../frame/language.js';
import type { ActFormProps } from '../parts/actions.js';
import { FormFrame, TextInput, useActForm } from '../parts/form.js';
import { SendRow } from '../parts/send-row.js';

export function RejectForm({ send, onDone, onCancel }: ActFormProps) {
  const { t } = useText();
  const form = useActForm({ defaults: { reason: '' }, send, onDone });
  return (
    <FormFrame form={form}>
      <TextInput name="reason" label={t('web.dataset.rejectReason')} rows={3} />
      <SendRow
        label={t('action.measureDataset.reject')}
        isSending={form.isSending}
        onCancel={onCancel}
        danger
      />
    </FormFrame>
  );
}

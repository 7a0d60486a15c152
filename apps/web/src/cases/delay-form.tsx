import { useText } from '../frame/language.js';
import type { ActFormProps } from '../parts/actions.js';
import { DayInput, FormFrame, TextInput, useActForm } from '../parts/form.js';
import { SendRow } from '../parts/send-row.js';

export function DelayForm({ send, onDone, onCancel }: ActFormProps) {
  const { t } = useText();
  const form = useActForm<{ reasons: string; expectedOn: string }>({
    defaults: { reasons: '', expectedOn: '' },
    send,
    onDone,
  });
  return (
    <FormFrame form={form}>
      <TextInput name="reasons" label={t('web.case.delayReasons')} rows={4} maxLength={5000} />
      <DayInput name="expectedOn" label={t('web.case.expectedOn')} />
      <SendRow label={t('action.application.notify-delay')} isSending={form.isSending} onCancel={onCancel} />
    </FormFrame>
  );
}

import { useText } from '../frame/language.js';
import type { ActFormProps } from '../parts/actions.js';
import { DayInput, FormFrame, TextInput, useActForm } from '../parts/form.js';
import { SendRow } from '../parts/send-row.js';

const linesOf = (typed: string) => typed.split('\n').flatMap((line) => line.trim() || []);

export function CompletionForm({ send, onDone, onCancel }: ActFormProps) {
  const { t } = useText();
  const form = useActForm({
    defaults: { items: '', dueOn: '' },
    send: ({ items, dueOn }, headers) =>
      send({ items: linesOf(items).map((text) => ({ text })), dueOn: dueOn || undefined }, headers),
    onDone,
  });
  return (
    <FormFrame form={form}>
      <TextInput
        name="items"
        label={t('web.report.completionItem')}
        description={t('web.report.completionItemHelp')}
        rows={5}
      />
      <DayInput name="dueOn" label={t('web.report.completionDueOn')} />
      <SendRow label={t('action.report.request-completion')} isSending={form.isSending} onCancel={onCancel} />
    </FormFrame>
  );
}

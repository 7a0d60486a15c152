import { useText } from '../frame/language.js';
import type { ActFormProps } from '../parts/actions.js';
import { ChoiceInput, FormFrame, useActForm } from '../parts/form.js';
import { SendRow } from '../parts/send-row.js';
import { useColleagues } from '../parts/people.js';

export function AssignForm({ send, onDone, onCancel }: ActFormProps) {
  const { t } = useText();
  const officers = useColleagues().in('caseOfficer');
  const form = useActForm<{ userId: string }>({ defaults: { userId: officers[0]?.id ?? '' }, send, onDone });
  return (
    <FormFrame form={form}>
      <ChoiceInput
        name="userId"
        label={t('web.case.assignedTo')}
        options={officers.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SendRow label={t('action.application.assign')} isSending={form.isSending} onCancel={onCancel} />
    </FormFrame>
  );
}

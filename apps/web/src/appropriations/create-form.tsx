import { api } from '../api/client.js';
import { useText } from '../frame/language.js';
import { FormFrame, MoneyInput, NumberInput, TextInput, useActForm } from '../parts/form.js';
import { SendRow } from '../parts/send-row.js';

interface CreateFormProps {
  onDone: () => void;
  onCancel: () => void;
}

/** A year's appropriation as the letter of appropriation gives it. */
export function CreateForm({ onDone, onCancel }: CreateFormProps) {
  const { t } = useText();
  const form = useActForm({
    defaults: {
      code: '',
      name: '',
      year: null as number | null,
      amount: null as number | null,
      commitmentLimit: null as number | null,
    },
    send: ({ commitmentLimit, ...rest }, headers) =>
      api.POST('/api/v1/appropriations', {
        body: { ...rest, ...(commitmentLimit === null ? {} : { commitmentLimit }) } as never,
        headers,
      } as never),
    onDone,
  });
  return (
    <FormFrame form={form}>
      <TextInput
        name="code"
        label={t('web.appropriations.code')}
        description={t('web.appropriations.codeHelp')}
      />
      <TextInput name="name" label={t('web.appropriations.name')} />
      <NumberInput name="year" label={t('web.appropriations.year')} />
      <MoneyInput name="amount" label={t('web.appropriations.amount')} />
      <MoneyInput
        name="commitmentLimit"
        label={t('fund.commitmentLimit')}
        description={t('web.appropriations.limitHelp')}
        required={false}
      />
      <SendRow label={t('action.appropriation.create')} isSending={form.isSending} onCancel={onCancel} />
    </FormFrame>
  );
}

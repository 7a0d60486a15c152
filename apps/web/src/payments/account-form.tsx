import { useWatch } from 'react-hook-form';
import { api } from '../api/client.js';
import { useText } from '../frame/language.js';
import { ChoiceInput, FormFrame, TextInput, useActForm } from '../parts/form.js';
import { SendRow } from '../parts/send-row.js';

interface AccountFormProps {
  onDone: () => void;
  onCancel: () => void;
}

const KINDS = ['bankgiro', 'plusgiro', 'iban'] as const;

/** Where the organisation is to be paid. A giro number has no BIC. */
export function AccountForm({ onDone, onCancel }: AccountFormProps) {
  const { t, named } = useText();
  const form = useActForm({
    defaults: { kind: 'bankgiro', number: '', bic: '', reason: '' },
    send: ({ kind, bic, ...rest }, headers) =>
      api.POST('/api/v1/payee-accounts', {
        body: { kind, ...rest, ...(kind === 'iban' && bic.trim() !== '' ? { bic } : {}) } as never,
        headers,
      } as never),
    onDone,
  });
  const kind = useWatch({ control: form.form.control, name: 'kind' });
  return (
    <FormFrame form={form}>
      <ChoiceInput
        name="kind"
        label={t('web.payments.accountKind')}
        options={KINDS.map((value) => ({ value, label: named('web.payments.kind', value) }))}
      />
      <TextInput name="number" label={t('web.payments.number')} autoComplete="off" />
      {kind === 'iban' ? <TextInput name="bic" label="BIC" autoComplete="off" required={false} /> : null}
      <TextInput name="reason" label={t('web.payments.accountReason')} rows={3} maxLength={1000} />
      <SendRow label={t('action.payeeAccount.create')} isSending={form.isSending} onCancel={onCancel} />
    </FormFrame>
  );
}

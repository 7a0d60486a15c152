import { useText } from '../frame/language.js';
import type { ActFormProps } from '../parts/actions.js';
import { FormFrame, MoneyInput, useActForm } from '../parts/form.js';
import { SendRow } from '../parts/send-row.js';
import { LetterInputs, letterDefaults } from './letter-inputs.js';

/** What nobody holds goes to the next year's appropriation. */
export function CarryOverForm({ send, onDone, onCancel }: ActFormProps) {
  const { t } = useText();
  const form = useActForm({ defaults: { ...letterDefaults, amount: null as number | null }, send, onDone });
  return (
    <FormFrame form={form}>
      <LetterInputs />
      <MoneyInput name="amount" label={t('web.appropriations.carryAmount')} />
      <SendRow label={t('action.appropriation.carry-over')} isSending={form.isSending} onCancel={onCancel} />
    </FormFrame>
  );
}

import type { TextCode } from '#text/web';
import type { ComponentType } from 'react';
import { useText } from '../frame/language.js';
import type { ActFormProps } from './actions.js';
import { FormFrame, TextInput, useActForm } from './form.js';
import { SendRow } from './send-row.js';

interface ReasonFormOptions {
  /** The field of the API: `reason` or `note`. */
  field: 'reason' | 'note';
  label: TextCode;
  /** What the button says. */
  send: TextCode;
  danger?: true;
}

/** The form of an act that needs one reason and nothing else. */
export function reasonForm({
  field,
  label,
  send: name,
  danger,
}: ReasonFormOptions): ComponentType<ActFormProps> {
  return function ReasonForm({ send, onDone, onCancel }) {
    const { t } = useText();
    const form = useActForm({ defaults: { [field]: '' }, send, onDone });
    return (
      <FormFrame form={form}>
        <TextInput name={field} label={t(label)} rows={3} maxLength={1000} />
        <SendRow label={t(name)} isSending={form.isSending} onCancel={onCancel} danger={danger === true} />
      </FormFrame>
    );
  };
}

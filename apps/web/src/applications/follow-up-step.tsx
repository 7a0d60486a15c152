import { Fieldset, Radio, ValidationMessage } from '@digdir/designsystemet-react';
import { useController } from 'react-hook-form';
import { useText } from '../frame/language.js';
import { useFindings } from '../parts/findings.js';
import { TextInput } from '../parts/form.js';
import type { Content } from './content.js';

export function FollowUpStep() {
  const { t } = useText();
  return (
    <>
      <TextInput name="followUp.plan" label={t('form.plan')} rows={5} maxLength={10_000} />
      <TextInput name="followUp.evaluator" label={t('form.evaluator')} maxLength={1_000} required={false} />
      <TextInput
        name="followUp.continuation"
        label={t('form.continuation')}
        rows={4}
        maxLength={10_000}
        required={false}
      />
      <StatutoryDuty />
    </>
  );
}

function StatutoryDuty() {
  const { t } = useText();
  const { field } = useController<Content, 'statutoryDuty'>({ name: 'statutoryDuty' });
  const { id, error } = useFindings('statutoryDuty');
  const answers = [
    { value: false, label: t('web.applications.duty.no') },
    { value: true, label: t('web.applications.duty.yes') },
  ];
  return (
    <Fieldset id={id} tabIndex={-1}>
      <Fieldset.Legend>{t('form.dutyQuestion')}</Fieldset.Legend>
      <Fieldset.Description>{t('web.applications.duty.help')}</Fieldset.Description>
      {answers.map(({ value, label }) => (
        <Radio
          key={label}
          name={field.name}
          value={String(value)}
          label={label}
          checked={field.value === value}
          onChange={() => field.onChange(value)}
        />
      ))}
      {error ? <ValidationMessage>{error}</ValidationMessage> : null}
    </Fieldset>
  );
}

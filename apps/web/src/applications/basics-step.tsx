import { Fieldset } from '@digdir/designsystemet-react';
import { useText } from '../frame/language.js';
import { TextInput } from '../parts/form.js';
import { FieldFinding } from './field-finding.js';
import { useCase } from './form-context.js';

export function BasicsStep() {
  const { t } = useText();
  const { organisation } = useCase().application;
  return (
    <>
      <p className="quiet">{t('web.applications.basics.help', { organisation: organisation.name })}</p>
      <TextInput name="title" label={t('form.projectTitle')} maxLength={200} />
      <TextInput
        name="summary"
        label={t('form.summary')}
        description={t('web.applications.basics.summaryHelp')}
        rows={6}
        maxLength={10_000}
      />
      <Fieldset>
        <Fieldset.Legend>{t('web.applications.field.contact')}</Fieldset.Legend>
        <Fieldset.Description>{t('web.applications.basics.contactHelp')}</Fieldset.Description>
        <FieldFinding name="contact" />
        <div className="fields">
          <TextInput name="contact.name" label={t('web.applications.field.name')} maxLength={200} />
          <TextInput name="contact.email" label={t('web.applications.field.email')} type="email" />
          <TextInput
            name="contact.phone"
            label={t('web.applications.field.phone')}
            type="tel"
            maxLength={50}
            required={false}
          />
        </div>
      </Fieldset>
    </>
  );
}

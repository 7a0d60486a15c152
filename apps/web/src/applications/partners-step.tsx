import { Button } from '@digdir/designsystemet-react';
import { useFieldArray } from 'react-hook-form';
import { useText } from '../frame/language.js';
import { Empty } from '../parts/empty.js';
import { TextInput } from '../parts/form.js';
import type { Content } from './content.js';

export function PartnersStep() {
  const { t } = useText();
  const { fields, append, remove } = useFieldArray<Content, 'partners'>({ name: 'partners' });
  return (
    <>
      <p className="quiet">{t('web.applications.partners.help')}</p>
      {fields.length === 0 ? <Empty title={t('web.applications.partners.none')} /> : null}
      {fields.map((partner, place) => (
        <fieldset key={partner.id} className="part">
          <legend>{t('web.applications.partners.one', { number: place + 1 })}</legend>
          <div className="fields">
            <TextInput name={`partners.${place}.name`} label={t('form.partnerName')} maxLength={200} />
            <TextInput
              name={`partners.${place}.organisationNumber`}
              label={t('form.organisationNumber')}
              maxLength={20}
              required={false}
            />
            <TextInput
              name={`partners.${place}.role`}
              label={t('form.role')}
              maxLength={1_000}
              required={false}
            />
          </div>
          <Button variant="tertiary" data-color="danger" onClick={() => remove(place)}>
            {t('web.applications.partners.remove', { number: place + 1 })}
          </Button>
        </fieldset>
      ))}
      <div>
        <Button variant="secondary" onClick={() => append({ name: '', organisationNumber: '', role: '' })}>
          {t('web.applications.partners.add')}
        </Button>
      </div>
    </>
  );
}

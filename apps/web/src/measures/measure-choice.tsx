import { Field, Label, Select } from '@digdir/designsystemet-react';
import { useId } from 'react';
import { measures } from '#domain/measures/definitions';
import { useText } from '../frame/language.js';

export function MeasureChoice({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  const { t, named } = useText();
  const id = useId();
  return (
    <Field>
      <Label htmlFor={id}>{t('web.measures.measure')}</Label>
      <Select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {measures.map(({ code }) => (
          <Select.Option key={code} value={code}>
            {named('measure', code)}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}

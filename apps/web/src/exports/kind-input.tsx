import { Field, Label, Select, ValidationMessage } from '@digdir/designsystemet-react';
import { useFormContext } from 'react-hook-form';
import { useText } from '../frame/language.js';
import { useFindings } from '../parts/findings.js';
import { grouped } from './kinds.js';
import type { ExportKind } from './order.js';

/** Every kind, among those that it belongs with. */
export function KindInput({ kinds }: { kinds: readonly ExportKind[] }) {
  const { t, named } = useText();
  const { register } = useFormContext();
  const { id, error } = useFindings('kind');
  return (
    <Field>
      <Label htmlFor={id}>{t('web.exports.kind')}</Label>
      <Select {...register('kind')} id={id} aria-invalid={error ? true : undefined}>
        {grouped(kinds).map(([group, members]) => (
          <Select.Optgroup key={group} label={t(`web.exports.group.${group}`)}>
            {members.map(({ kind }) => (
              <Select.Option key={kind} value={kind}>
                {named('exportKind', kind)}
              </Select.Option>
            ))}
          </Select.Optgroup>
        ))}
      </Select>
      {error ? <ValidationMessage>{error}</ValidationMessage> : null}
    </Field>
  );
}

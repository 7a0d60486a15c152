import {
  Checkbox,
  Field,
  Fieldset,
  Label,
  Search,
  Select,
  ValidationMessage,
} from '@digdir/designsystemet-react';
import { useId, useState } from 'react';
import { Controller, useFormContext } from 'react-hook-form';
import { ROLES } from '#domain/access/actor';
import { queries } from '../api/client.js';
import { useText } from '../frame/language.js';
import { useFindings } from '../parts/findings.js';

/** Which roles an account has. */
export function RolesInput() {
  const { t, named } = useText();
  const { control } = useFormContext();
  const { id, error } = useFindings('roles');
  return (
    <Controller
      name="roles"
      control={control}
      render={({ field }) => {
        const chosen = field.value as string[];
        return (
          <Fieldset id={id} tabIndex={-1}>
            <Fieldset.Legend>{t('web.users.roles')}</Fieldset.Legend>
            <Fieldset.Description>{t('web.users.rolesHelp')}</Fieldset.Description>
            {ROLES.map((role) => (
              <Checkbox
                key={role}
                label={named('role', role)}
                value={role}
                checked={chosen.includes(role)}
                onChange={({ target }) =>
                  field.onChange(target.checked ? [...chosen, role] : chosen.filter((each) => each !== role))
                }
              />
            ))}
            {error ? <ValidationMessage>{error}</ValidationMessage> : null}
          </Fieldset>
        );
      }}
    />
  );
}

interface OrganisationInputProps {
  /** The one that is chosen when the form opens, which a search may not find. */
  known?: { id: string; name: string } | null;
}

/** The recipient that somebody works at, found by its name; none for the agency's own people. */
export function OrganisationInput({ known }: OrganisationInputProps) {
  const { t } = useText();
  const searchId = useId();
  const [sought, seek] = useState('');
  const { register } = useFormContext();
  const { id, error } = useFindings('organisationId');
  const { data } = queries.useQuery('get', '/api/v1/organisations', {
    params: { query: { limit: 50, q: sought.trim() || undefined } },
  });
  const found = (data?.items ?? []).filter((each) => each.id !== known?.id);
  return (
    <>
      <Field>
        <Label htmlFor={searchId}>{t('web.users.organisationSearch')}</Label>
        <Search>
          <Search.Input
            id={searchId}
            value={sought}
            onChange={(event) => seek(event.target.value)}
            aria-label={undefined}
          />
          <Search.Clear aria-label={t('web.list.clear')} onClick={() => seek('')} />
        </Search>
      </Field>
      <Field>
        <Label htmlFor={id}>{t('web.users.organisation')}</Label>
        <Field.Description>{t('web.users.organisationHelp')}</Field.Description>
        <Select {...register('organisationId')} id={id} aria-invalid={error ? true : undefined}>
          <Select.Option value="">{t('web.users.agency')}</Select.Option>
          {[...(known ? [known] : []), ...found].map((each) => (
            <Select.Option key={each.id} value={each.id}>
              {each.name}
            </Select.Option>
          ))}
        </Select>
        {error ? <ValidationMessage>{error}</ValidationMessage> : null}
      </Field>
    </>
  );
}

import { Textfield } from '@digdir/designsystemet-react';
import { useEffect, useId, useState } from 'react';
import { queries } from '../api/client.js';
import { useText } from '../frame/language.js';

interface OrganisationFilterProps {
  /** The id of the one that is chosen. */
  value: string | undefined;
  onChange: (id: string | undefined) => void;
}

/** An organisation by its name: those that match what is typed are offered, and the one that is named in full is chosen. */
export function OrganisationFilter({ value, onChange }: OrganisationFilterProps) {
  const { t } = useText();
  const list = useId();
  const chosen = useChosen(value);
  const [typed, type] = useState('');
  const [asked, ask] = useState('');
  useEffect(() => {
    if (chosen) type(chosen);
    else if (value === undefined) type('');
  }, [chosen, value]);
  useEffect(() => {
    const timer = setTimeout(() => ask(typed.trim()), 200);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data } = queries.useQuery(
    'get',
    '/api/v1/organisations',
    { params: { query: { q: asked, limit: 20 } } },
    { enabled: asked !== '' && asked !== chosen, placeholderData: (before) => before },
  );
  const offered = data?.items ?? [];
  const choose = (name: string) => {
    const named = offered.find((each) => each.name === name.trim());
    if (name === '') onChange(undefined);
    else if (named && named.id !== value) onChange(named.id);
  };
  return (
    <>
      <Textfield
        label={t('web.work.organisation')}
        list={list}
        value={typed}
        autoComplete="off"
        onChange={(event) => {
          type(event.target.value);
          choose(event.target.value);
        }}
        // What was written out in full may have been offered after the last letter.
        onBlur={() => choose(typed)}
      />
      <datalist id={list}>
        {offered.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
    </>
  );
}

function useChosen(id: string | undefined): string | undefined {
  const { data } = queries.useQuery(
    'get',
    '/api/v1/organisations/{id}',
    { params: { path: { id: id ?? '' } } },
    { enabled: id !== undefined, staleTime: Infinity },
  );
  return id === undefined ? undefined : data?.name;
}

import { Button, Field, Label, Search, ValidationMessage } from '@digdir/designsystemet-react';
import { useId, useState } from 'react';
import { queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { ProblemNotice } from './problem-notice.js';

interface CaseSearchProps {
  label: string;
  /** The id of the chosen case. */
  value: string | undefined;
  onChange: (id: string | undefined) => void;
  error?: React.ReactNode;
  id?: string;
}

/** A case chosen by its registry number, or by what its title and its organisation are called. */
export function CaseSearch({ label, value, onChange, error, id }: CaseSearchProps) {
  const { t } = useText();
  const own = useId();
  const inputId = id ?? own;
  const [typed, type] = useState('');
  const chosen = queries.useQuery(
    'get',
    '/api/v1/applications/{id}',
    { params: { path: { id: value ?? '' } } },
    { enabled: !!value },
  );
  if (value)
    return (
      <div className="chosen-case">
        <span className="ds-label" data-weight="medium">
          {label}
        </span>
        <p>
          {chosen.data ? <CaseName of={chosen.data} /> : value}{' '}
          <Button variant="secondary" onClick={() => onChange(undefined)}>
            {t('web.caseSearch.chooseAnother')}
          </Button>
        </p>
        <ProblemNotice error={chosen.error} />
      </div>
    );
  return (
    <Field>
      <Label htmlFor={inputId}>{label}</Label>
      <Field.Description>{t('web.caseSearch.searchHelp')}</Field.Description>
      <Search>
        <Search.Input
          id={inputId}
          value={typed}
          autoComplete="off"
          aria-invalid={error ? true : undefined}
          onChange={(event) => type(event.target.value)}
          onKeyDown={(event) => {
            // It looks for a case; it does not send the form that it stands in.
            if (event.key === 'Enter') event.preventDefault();
          }}
          aria-label={undefined}
        />
        <Search.Clear aria-label={t('web.list.clear')} onClick={() => type('')} />
      </Search>
      {error ? <ValidationMessage>{error}</ValidationMessage> : null}
      <Found q={typed.trim()} onChoose={onChange} />
    </Field>
  );
}

function CaseName({
  of,
}: {
  of: { registryNumber: string | null; title: string; organisation: { name: string } };
}) {
  return (
    <>
      <strong>{of.registryNumber ?? '–'}</strong> {of.title}, {of.organisation.name}
    </>
  );
}

function Found({ q, onChoose }: { q: string; onChoose: (id: string) => void }) {
  const { t } = useText();
  const { data, error } = queries.useQuery(
    'get',
    '/api/v1/applications',
    { params: { query: { q, limit: 8 } } },
    { enabled: q.length >= 2, placeholderData: (before) => before },
  );
  if (q.length < 2) return null;
  const items: Schemas['ApplicationItem'][] = data?.items ?? [];
  return (
    <>
      <ProblemNotice error={error} />
      <p className="sr-only" role="status">
        {data ? t('web.list.total', { total: data.total }) : ''}
      </p>
      {data && items.length === 0 ? <p>{t('web.caseSearch.noneFound')}</p> : null}
      <ul className="found-cases">
        {items.map((item) => (
          <li key={item.id}>
            <Button variant="tertiary" onClick={() => onChoose(item.id)} type="button">
              <span>
                <CaseName of={item} />
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

import { Controller, useFormContext } from 'react-hook-form';
import { hasText } from '#text/web';
import type { Schemas } from '../api/client.js';
import { queries } from '../api/client.js';
import { useText } from '../frame/language.js';
import { CaseSearch } from '../parts/case-search.js';
import { ChoiceInput, TextInput } from '../parts/form.js';
import { useFindings } from '../parts/findings.js';
import { useAll } from '../parts/use-all.js';
import { STATUSES } from './kinds.js';
import type { ExportKind } from './order.js';

interface FilterInputProps {
  filter: string;
  kind: ExportKind;
}

/** The filters that a kind takes, each as what it is. */
export function FilterInputs({ kind }: { kind: ExportKind }) {
  const { t } = useText();
  if (kind.filters.length === 0) return <p className="quiet">{t('web.exports.noFilters')}</p>;
  return (
    <fieldset className="plain">
      <legend>{t('web.exports.narrow')}</legend>
      <div className="filter-inputs">
        {kind.filters.map((filter) => (
          <FilterInput key={`${kind.kind} ${filter}`} filter={filter} kind={kind} />
        ))}
      </div>
    </fieldset>
  );
}

function FilterInput({ filter, kind }: FilterInputProps) {
  const { named } = useText();
  const own = {
    name: `filters.${filter}`,
    label: named('filter', filter),
    required: kind.required.includes(filter),
  };
  switch (filter) {
    case 'status':
      return <StatusInput {...own} kind={kind} />;
    case 'callId':
      return <CallInput {...own} />;
    case 'organisationId':
      return <OrganisationInput {...own} />;
    case 'programmeCode':
      return <ProgrammeInput {...own} />;
    case 'measure':
      return <MeasureInput {...own} />;
    case 'applicationId':
      return <CaseInput {...own} />;
    case 'year':
      return <YearInput {...own} kind={kind} />;
    default:
      return <TextInput {...own} maxLength={100} />;
  }
}

interface OwnProps {
  name: string;
  label: string;
  required: boolean;
}

function Choice({ options, ...own }: OwnProps & { options: { value: string; label: string }[] }) {
  const { t } = useText();
  // A choice that is not among those that have been read yet must not be lost.
  return <ChoiceInput key={options.length} {...own} empty={t('web.exports.everything')} options={options} />;
}

/** A year of what: some kinds have rows that are of several. */
function YearInput({ kind, ...own }: OwnProps & { kind: ExportKind }) {
  const { t } = useText();
  const help = `filter.year.${kind.kind}`;
  return <TextInput {...own} description={hasText(help) ? t(help) : undefined} maxLength={4} />;
}

function StatusInput({ kind, ...own }: OwnProps & { kind: ExportKind }) {
  const { named } = useText();
  const { group, of } = STATUSES[kind.kind] ?? { group: 'status', of: [] };
  return <Choice {...own} options={of.map((value) => ({ value, label: named(group, value) }))} />;
}

function CallInput(own: OwnProps) {
  const { data = [] } = useAll<Schemas['CallView']>('/api/v1/calls');
  return <Choice {...own} options={data.map(({ id, title }) => ({ value: id, label: title }))} />;
}

function OrganisationInput(own: OwnProps) {
  const { data = [] } = useAll<Schemas['OrganisationRef']>('/api/v1/organisations', { sort: 'name' });
  return <Choice {...own} options={data.map(({ id, name }) => ({ value: id, label: name }))} />;
}

function ProgrammeInput(own: OwnProps) {
  const { data } = queries.useQuery('get', '/api/v1/programmes');
  return (
    <Choice {...own} options={(data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))} />
  );
}

function MeasureInput(own: OwnProps) {
  const { named } = useText();
  const { data } = queries.useQuery('get', '/api/v1/measures');
  const options = (data?.items ?? []).map(({ code }) => ({ value: code, label: named('measure', code) }));
  return <Choice {...own} options={options} />;
}

function CaseInput({ name, label }: OwnProps) {
  const { control } = useFormContext();
  const { id, error } = useFindings(name);
  return (
    <Controller
      name={name}
      control={control}
      render={({ field }) => (
        <CaseSearch
          id={id}
          label={label}
          error={error}
          value={field.value as string | undefined}
          onChange={field.onChange}
        />
      )}
    />
  );
}

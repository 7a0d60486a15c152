import { queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { useAll } from '../parts/use-all.js';
import { STATUSES } from './kinds.js';

interface FiltersInWordsProps {
  kind: string;
  filters: object;
}

/** What an export was narrowed to: `År: 2026, Stöd: …`. */
export function FiltersInWords({ kind, filters }: FiltersInWordsProps) {
  const { t, named } = useText();
  const given = Object.entries(filters as Record<string, string | number>);
  if (given.length === 0) return t('web.exports.allRows');
  return given.map(([name, value], place) => (
    <span key={name}>
      {place > 0 ? ', ' : ''}
      {named('filter', name)}: <FilterValue kind={kind} name={name} value={String(value)} />
    </span>
  ));
}

function FilterValue({ kind, name, value }: { kind: string; name: string; value: string }) {
  const { named } = useText();
  switch (name) {
    case 'status':
      return named(STATUSES[kind]?.group ?? 'status', value);
    case 'measure':
      return named('measure', value);
    case 'programmeCode':
      return <ProgrammeName code={value} />;
    case 'callId':
      return <NameIn path="/api/v1/calls" id={value} />;
    case 'organisationId':
      return <NameIn path="/api/v1/organisations" query={{ sort: 'name' }} id={value} />;
    case 'applicationId':
      return <CaseNumber id={value} />;
    default:
      return value;
  }
}

function ProgrammeName({ code }: { code: string }) {
  const { data } = queries.useQuery('get', '/api/v1/programmes');
  return data?.items.find((each) => each.code === code)?.name ?? code;
}

interface NameInProps {
  path: string;
  query?: Record<string, unknown>;
  id: string;
}

function NameIn({ path, query, id }: NameInProps) {
  const { data } = useAll<Partial<Schemas['CallView'] & Schemas['OrganisationRef']>>(path, query);
  const found = data?.find((each) => each.id === id);
  return found?.title ?? found?.name ?? '…';
}

function CaseNumber({ id }: { id: string }) {
  const { data } = queries.useQuery('get', '/api/v1/applications/{id}', { params: { path: { id } } });
  return data?.registryNumber ?? '…';
}

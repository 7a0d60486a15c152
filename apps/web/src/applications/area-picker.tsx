import { Button, Checkbox, Fieldset, Tag, Textfield } from '@digdir/designsystemet-react';
import { lazy, Suspense, useState } from 'react';
import { useController } from 'react-hook-form';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import type { Content } from './content.js';
import { shortName, useMeasures } from './use-measures.js';
import { FieldFinding } from './field-finding.js';
import { useCase } from './form-context.js';

type Area = Schemas['Area'];
type Name = `activities.${number}.areaCodes`;

const SHOWN = 12;

/** Drawn for those who open it. */
const MunicipalityOutline = lazy(() =>
  import('../charts/municipality-outline.js').then(({ MunicipalityOutline: outline }) => ({
    default: outline,
  })),
);

/** Areas by name, with their type; those with the greatest need come first until something is searched for. */
export function AreaPicker({ name }: { name: Name }) {
  const { t } = useText();
  const { field } = useController<Content, Name>({ name });
  const chosen: readonly string[] = field.value ?? [];
  const areas = useMeasures(useCase().application).data?.areas ?? [];
  const set = (code: string, isChosen: boolean) =>
    field.onChange(isChosen ? [...chosen, code] : chosen.filter((each) => each !== code));
  return (
    <Fieldset>
      <Fieldset.Legend>{t('form.areas')}</Fieldset.Legend>
      <Fieldset.Description>{t('web.applications.areas.help')}</Fieldset.Description>
      <FieldFinding name={name} />
      <Chosen codes={chosen} areas={areas} remove={(code) => set(code, false)} />
      {areas.length > 0 ? (
        <>
          <Search areas={areas} chosen={chosen} set={set} />
          <Where />
        </>
      ) : (
        <TypedCodes chosen={chosen} onChange={field.onChange} />
      )}
    </Fieldset>
  );
}

function Chosen({
  codes,
  areas,
  remove,
}: {
  codes: readonly string[];
  areas: readonly Area[];
  remove: (code: string) => void;
}) {
  const { t } = useText();
  if (codes.length === 0) return null;
  const nameOf = (code: string) => shortName(areas.find((area) => area.code === code)?.name ?? code);
  return (
    <ul className="chosen">
      {codes.map((code) => (
        <li key={code}>
          <Button
            variant="secondary"
            aria-label={t('web.applications.areas.remove', { area: nameOf(code) })}
            onClick={() => remove(code)}
          >
            {nameOf(code)} ✕
          </Button>
        </li>
      ))}
    </ul>
  );
}

interface SearchProps {
  areas: readonly Area[];
  chosen: readonly string[];
  set: (code: string, isChosen: boolean) => void;
}

function Search({ areas, chosen, set }: SearchProps) {
  const { t } = useText();
  const [words, search] = useState('');
  const wanted = words.trim().toLocaleLowerCase();
  const found = areas
    .filter((area) => `${area.name} ${area.code}`.toLocaleLowerCase().includes(wanted))
    .sort((a, b) => (a.areaType ?? 9) - (b.areaType ?? 9) || a.name.localeCompare(b.name, 'sv'));
  return (
    <>
      <Textfield
        label={t('web.applications.areas.search')}
        value={words}
        autoComplete="off"
        onChange={(event) => search(event.target.value)}
      />
      <p className="quiet" role="status">
        {t('web.applications.areas.found', { shown: Math.min(SHOWN, found.length), total: found.length })}
      </p>
      <div className="areas">
        {found.slice(0, SHOWN).map((area) => (
          <Checkbox
            key={area.code}
            value={area.code}
            label={
              <>
                {shortName(area.name)}{' '}
                <Tag data-color={area.areaType !== null && area.areaType <= 2 ? 'warning' : 'neutral'}>
                  {area.areaType === null
                    ? t('web.applications.areas.noType')
                    : t('web.applications.areas.type', { type: area.areaType })}
                </Tag>
              </>
            }
            checked={chosen.includes(area.code)}
            onChange={(event) => set(area.code, event.target.checked)}
          />
        ))}
      </div>
    </>
  );
}

/** Where the municipality is. Of its areas there are names and types, but no borders to draw. */
function Where() {
  const { t } = useText();
  const { organisation } = useCase().application;
  const [isOpen, open] = useState(false);
  if (organisation.code === null) return null;
  return (
    <details onToggle={(event) => open(event.currentTarget.open)}>
      <summary>{t('web.applications.areas.map', { municipality: organisation.name })}</summary>
      <p className="quiet">{t('web.applications.areas.noBorders')}</p>
      {isOpen ? (
        <Suspense>
          <MunicipalityOutline code={organisation.code} name={organisation.name} />
        </Suspense>
      ) : null}
    </details>
  );
}

/** A region or an association has no areas of its own: their codes are typed. */
function TypedCodes({
  chosen,
  onChange,
}: {
  chosen: readonly string[];
  onChange: (codes: string[]) => void;
}) {
  const { t } = useText();
  const [typed, type] = useState(chosen.join(', '));
  return (
    <Textfield
      label={t('web.applications.areas.codes')}
      description={t('web.applications.areas.codesHelp')}
      value={typed}
      onChange={(event) => {
        type(event.target.value);
        onChange(event.target.value.split(/[\s,;]+/).filter(Boolean));
      }}
    />
  );
}

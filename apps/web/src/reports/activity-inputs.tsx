import { Checkbox, Details } from '@digdir/designsystemet-react';
import { Controller, useFormContext } from 'react-hook-form';
import { ACTIVITY_STATUSES } from '#domain/reports/report-content';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { useFindings } from '../parts/findings.js';
import { ChoiceInput, NumberInput, TextInput } from '../parts/form.js';
import { PartHead } from './part-head.js';
import { useAreaNames } from './use-area-names.js';

type Report = Schemas['ReportDetail'];

/** How it went with each activity of the application. */
export function ActivityInputs({ report }: { report: Report }) {
  const { t } = useText();
  return (
    <section>
      <PartHead name="activities" title={t('web.report.activities')} />
      {report.plan.activities.map((planned, at) => (
        <ActivityInput key={at} at={at} planned={planned} organisation={report.organisation.id} />
      ))}
    </section>
  );
}

interface ActivityInputProps {
  at: number;
  planned: Schemas['Activity'];
  organisation: string;
}

function ActivityInput({ at, planned, organisation }: ActivityInputProps) {
  const { t, named } = useText();
  const name = `activities.${at}`;
  const { id } = useFindings(name);
  return (
    <fieldset className="activity form" id={id} tabIndex={-1}>
      <legend>
        <strong>
          {t('web.report.activity', { number: at + 1 })}: {planned.title}
        </strong>
      </legend>
      <p className="prose quiet">{planned.description}</p>
      <ChoiceInput
        name={`${name}.status`}
        label={t('web.report.activityStatus')}
        empty={t('web.report.choose')}
        options={ACTIVITY_STATUSES.map((value) => ({ value, label: named('activityStatus', value) }))}
      />
      <TextInput
        name={`${name}.result`}
        label={t('web.report.result')}
        description={t('web.report.resultHelp')}
        rows={5}
      />
      <NumberInput name={`${name}.reach`} label={t('web.report.reach')} required={false} />
      <AreaInput name={`${name}.areaCodes`} planned={planned.areaCodes} organisation={organisation} />
    </fieldset>
  );
}

interface AreaInputProps {
  name: string;
  planned: readonly string[];
  organisation: string;
}

/** The planned areas first; the others of the municipality where somebody asks for them. */
function AreaInput({ name, planned, organisation }: AreaInputProps) {
  const { t } = useText();
  const { control } = useFormContext();
  const areas = useAreaNames(organisation);
  return (
    <Controller
      name={name}
      control={control}
      render={({ field }) => {
        const chosen = (field.value as string[] | undefined) ?? [];
        const isNear = (code: string) => planned.includes(code) || chosen.includes(code);
        const near = [...new Set([...planned, ...chosen])];
        const others = areas.all.filter(({ code }) => !isNear(code));
        const toggle = (code: string, isOn: boolean) =>
          field.onChange(isOn ? [...chosen, code] : chosen.filter((each) => each !== code));
        const check = (code: string) => (
          <Checkbox
            key={code}
            label={areas.nameOf(code)}
            value={code}
            checked={chosen.includes(code)}
            onChange={(event) => toggle(code, event.target.checked)}
          />
        );
        return (
          <fieldset className="plain">
            <legend>{t('web.report.areas')}</legend>
            {near.length === 0 ? <p className="quiet">{t('web.report.noAreas')}</p> : null}
            <div className="checks">{near.map(check)}</div>
            {others.length > 0 ? (
              <Details>
                <Details.Summary>{t('web.report.otherAreas')}</Details.Summary>
                <Details.Content className="checks">{others.map(({ code }) => check(code))}</Details.Content>
              </Details>
            ) : null}
          </fieldset>
        );
      }}
    />
  );
}

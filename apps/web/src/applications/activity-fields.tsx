import { Button, Checkbox, Fieldset } from '@digdir/designsystemet-react';
import { useController, useFieldArray } from 'react-hook-form';
import {
  ORIENTATIONS,
  PRIORITY_AREAS,
  TARGET_GROUPS,
  type TargetGroup,
} from '#domain/applications/application-content';
import { useText } from '../frame/language.js';
import { ChoiceInput, DayInput, NumberInput, TextInput } from '../parts/form.js';
import { AreaPicker } from './area-picker.js';
import type { Content } from './content.js';
import { FieldFinding } from './field-finding.js';
import { useCase } from './form-context.js';

interface ActivityFieldsProps {
  place: number;
  remove: () => void;
}

export function ActivityFields({ place, remove }: ActivityFieldsProps) {
  const { t, named } = useText();
  const { call } = useCase().application;
  const name = `activities.${place}` as const;
  const choices = (group: string, codes: readonly string[]) =>
    codes.map((value) => ({ value, label: named(group, value) }));
  const empty = t('web.applications.choose');
  return (
    <fieldset className="part">
      <legend>{t('web.applications.activities.one', { number: place + 1 })}</legend>
      <TextInput name={`${name}.title`} label={t('form.activityTitle')} maxLength={200} />
      <TextInput
        name={`${name}.description`}
        label={t('form.activityDescription')}
        rows={5}
        maxLength={10_000}
      />
      <div className="fields">
        <ChoiceInput
          name={`${name}.priorityArea`}
          label={t('form.priorityArea')}
          options={choices('priorityArea', PRIORITY_AREAS)}
          empty={empty}
        />
        <ChoiceInput
          name={`${name}.orientation`}
          label={t('form.orientation')}
          options={choices('orientation', ORIENTATIONS)}
          empty={empty}
          required={false}
        />
      </div>
      <div className="fields">
        <DayInput
          name={`${name}.startsOn`}
          label={t('web.applications.field.startsOn')}
          description={t('web.applications.activities.within', { years: call.years })}
        />
        <DayInput
          name={`${name}.endsOn`}
          label={t('web.applications.field.endsOn')}
          description={t('web.applications.activities.within', { years: call.years })}
        />
      </div>
      <TargetGroups name={`${name}.targetGroups`} />
      <AreaPicker name={`${name}.areaCodes`} />
      <Goals name={`${name}.goals`} />
      <div>
        <Button variant="tertiary" data-color="danger" onClick={remove}>
          {t('web.applications.activities.remove', { number: place + 1 })}
        </Button>
      </div>
    </fieldset>
  );
}

function TargetGroups({ name }: { name: `activities.${number}.targetGroups` }) {
  const { t, named } = useText();
  const { field } = useController<Content, typeof name>({ name });
  const chosen: readonly TargetGroup[] = field.value ?? [];
  return (
    <Fieldset>
      <Fieldset.Legend>{t('form.targetGroups')}</Fieldset.Legend>
      <FieldFinding name={name} />
      <div className="checks">
        {TARGET_GROUPS.map((group) => (
          <Checkbox
            key={group}
            value={group}
            label={named('targetGroup', group)}
            checked={chosen.includes(group)}
            onChange={(event) =>
              field.onChange(
                event.target.checked ? [...chosen, group] : chosen.filter((each) => each !== group),
              )
            }
          />
        ))}
      </div>
    </Fieldset>
  );
}

function Goals({ name }: { name: `activities.${number}.goals` }) {
  const { t } = useText();
  const { call } = useCase().application;
  const { fields, append, remove } = useFieldArray<Content, typeof name>({ name });
  return (
    <Fieldset>
      <Fieldset.Legend>{t('form.goals')}</Fieldset.Legend>
      <Fieldset.Description>{t('web.applications.goals.help')}</Fieldset.Description>
      <FieldFinding name={name} />
      {fields.map((goal, place) => (
        <div
          key={goal.id}
          className="fields goal"
          role="group"
          aria-label={t('web.applications.goals.one', { number: place + 1 })}
        >
          <TextInput name={`${name}.${place}.indicator`} label={t('form.indicator')} maxLength={500} />
          <NumberInput name={`${name}.${place}.baseline`} label={t('form.baseline')} required={false} />
          <NumberInput name={`${name}.${place}.target`} label={t('form.target')} />
          <NumberInput name={`${name}.${place}.year`} label={t('form.goalYear')} required={false} />
          <Button
            variant="tertiary"
            data-color="danger"
            aria-label={t('web.applications.goals.remove', { number: place + 1 })}
            onClick={() => remove(place)}
          >
            {t('web.applications.remove')}
          </Button>
        </div>
      ))}
      <div>
        <Button
          variant="secondary"
          onClick={() =>
            append({ indicator: '', baseline: null, target: null, year: call.years.at(-1) ?? null })
          }
        >
          {t('web.applications.goals.add')}
        </Button>
      </div>
    </Fieldset>
  );
}

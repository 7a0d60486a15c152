import { Button } from '@digdir/designsystemet-react';
import { useFieldArray } from 'react-hook-form';
import { useText } from '../frame/language.js';
import { Empty } from '../parts/empty.js';
import { ActivityFields } from './activity-fields.js';
import type { Content } from './content.js';
import { FieldFinding } from './field-finding.js';
import { Statistics } from './statistics.js';

const EMPTY_ACTIVITY: Content['activities'][number] = {
  title: '',
  description: '',
  priorityArea: null,
  orientation: null,
  targetGroups: [],
  areaCodes: [],
  startsOn: null,
  endsOn: null,
  goals: [],
};

export function ActivitiesStep() {
  const { t } = useText();
  const { fields, append, remove } = useFieldArray<Content, 'activities'>({ name: 'activities' });
  return (
    <>
      <Statistics />
      <FieldFinding name="activities" />
      {fields.length === 0 ? (
        <Empty title={t('web.applications.activities.none')}>
          {t('web.applications.activities.noneHelp')}
        </Empty>
      ) : null}
      {fields.map((activity, place) => (
        <ActivityFields key={activity.id} place={place} remove={() => remove(place)} />
      ))}
      <div>
        <Button variant="secondary" onClick={() => append(structuredClone(EMPTY_ACTIVITY))}>
          {t('web.applications.activities.add')}
        </Button>
      </div>
    </>
  );
}

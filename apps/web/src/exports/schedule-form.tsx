import { Checkbox, Fieldset } from '@digdir/designsystemet-react';
import { Controller, useFormContext } from 'react-hook-form';
import { queries, type intent } from '../api/client.js';
import { useText } from '../frame/language.js';
import { ChoiceInput, DayInput, FormFrame, TextInput, useActForm } from '../parts/form.js';
import { Loaded } from '../parts/loaded.js';
import { useColleagues } from '../parts/people.js';
import { SendRow } from '../parts/send-row.js';
import { useSession } from '../session/session.js';
import { KindInput } from './kind-input.js';
import { AboutKind, OrderParts } from './order-form.js';
import type { ExportKind } from './order.js';
import { asksFor, EVERY, scheduleBody, type ScheduleValues } from './schedule.js';

interface ScheduleFormProps {
  defaults: ScheduleValues;
  /** The kind of one that is there stays as it is. */
  isNew: boolean;
  label: string;
  send: (body: Record<string, unknown>, headers: ReturnType<typeof intent>) => Promise<unknown>;
  onDone: () => void;
  onCancel?: () => void;
}

export function ScheduleForm(props: ScheduleFormProps) {
  const kinds = queries.useQuery('get', '/api/v1/export-kinds');
  return <Loaded query={kinds}>{({ items }) => <Inner {...props} kinds={items} />}</Loaded>;
}

function Inner({
  defaults,
  isNew,
  label,
  send,
  onDone,
  onCancel,
  kinds,
}: ScheduleFormProps & { kinds: readonly ExportKind[] }) {
  const { t } = useText();
  const kindOf = (name: string) => kinds.find(({ kind }) => kind === name) ?? kinds[0]!;
  const form = useActForm<ScheduleValues>({
    defaults,
    send: (values, headers) => send(scheduleBody(values, kindOf(values.kind)), headers),
    onDone,
  });
  const kind = kindOf(form.form.watch('kind'));
  return (
    <FormFrame form={form}>
      <TextInput name="title" label={t('web.exports.scheduleTitle')} maxLength={200} />
      {isNew ? <KindInput kinds={kinds} /> : null}
      <AboutKind kind={kind} />
      <OrderParts kind={kind} />
      <ChoiceInput
        name="asOf"
        label={t('web.exports.asOfRule')}
        options={(['periodEnd', 'now'] as const).map((value) => ({
          value,
          label: t(`web.exports.asOfRule.${value}`),
        }))}
      />
      <RecurrenceInputs />
      <div className="row">
        <TextInput name="keeping.days" label={t('web.exports.keepDays')} required={false} maxLength={4} />
        <TextInput name="keeping.files" label={t('web.exports.keepFiles')} required={false} maxLength={4} />
      </div>
      <RecipientInputs />
      <SendRow label={label} isSending={form.isSending} onCancel={onCancel} />
    </FormFrame>
  );
}

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

function RecurrenceInputs() {
  const { t } = useText();
  const { watch } = useFormContext<ScheduleValues>();
  const every = watch('recurrence.every');
  const isOfQuarter = every === 'quarter';
  return (
    <Fieldset>
      <Fieldset.Legend>{t('web.exports.recurrence')}</Fieldset.Legend>
      <div className="filter-inputs">
        <ChoiceInput
          name="recurrence.every"
          label={t('web.exports.every')}
          options={EVERY.map((value) => ({ value, label: t(`web.exports.every.${value}`) }))}
        />
        {asksFor(every, 'weekday') ? (
          <ChoiceInput
            name="recurrence.weekday"
            label={t('web.exports.weekday')}
            options={WEEKDAYS.map((value) => ({ value, label: t(`web.exports.weekday.${value}`) }))}
          />
        ) : null}
        {asksFor(every, 'month') ? (
          <TextInput
            name="recurrence.month"
            label={t(isOfQuarter ? 'web.exports.monthOfQuarter' : 'web.exports.monthOfYear')}
            maxLength={2}
          />
        ) : null}
        {asksFor(every, 'day') ? (
          <TextInput
            name="recurrence.day"
            label={t('web.exports.monthDay')}
            description={t('web.exports.monthDayHelp')}
            maxLength={2}
          />
        ) : null}
        <TextInput name="recurrence.at" label={t('web.exports.at')} maxLength={5} />
        <DayInput name="recurrence.from" label={t('web.exports.from')} />
        <DayInput name="recurrence.until" label={t('web.exports.until')} required={false} />
      </div>
    </Fieldset>
  );
}

/** Those of the agency who may be shown exports, besides oneself. */
function RecipientInputs() {
  const { t } = useText();
  const { control } = useFormContext<ScheduleValues>();
  const { user } = useSession();
  const offered = useColleagues().all.filter(
    ({ id, isActive, roles }) =>
      isActive && id !== user?.id && !roles.every((role) => role === 'applicant' || role === 'signatory'),
  );
  return (
    <Controller
      name="recipients"
      control={control}
      render={({ field: { value, onChange } }) => (
        <Fieldset>
          <Fieldset.Legend>{t('web.exports.recipients')}</Fieldset.Legend>
          <div className="filter-inputs">
            {offered.map(({ id, name }) => (
              <Checkbox
                key={id}
                label={name}
                value={id}
                checked={value.includes(id)}
                onChange={(event) =>
                  onChange(event.target.checked ? [...value, id] : value.filter((each) => each !== id))
                }
              />
            ))}
          </div>
        </Fieldset>
      )}
    />
  );
}

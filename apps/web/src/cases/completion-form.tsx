import { Button } from '@digdir/designsystemet-react';
import { useFieldArray } from 'react-hook-form';
import { queries } from '../api/client.js';
import { useText } from '../frame/language.js';
import type { ActFormProps } from '../parts/actions.js';
import { DayInput, FormFrame, TextInput, useActForm } from '../parts/form.js';
import { SendRow } from '../parts/send-row.js';

interface Values {
  items: { text: string }[];
  dueOn: string;
}

/** What is to be added, one thing at a time, and by when. What the checks miss is there to begin with. */
export function CompletionForm(props: ActFormProps) {
  const { finding } = useText();
  const { data } = queries.useQuery('get', '/api/v1/applications/{id}/checks', {
    params: { path: { id: props.id } },
  });
  const missing = [...(data?.completeness ?? []), ...(data?.coFinancing ?? [])].filter(
    ({ outcome }) => outcome !== 'met',
  );
  if (!data) return null;
  const items = missing.map((each) => ({ text: finding(each) }));
  return <Form {...props} items={items.length > 0 ? items : [{ text: '' }]} />;
}

function Form({ items, send, onDone, onCancel }: ActFormProps & Pick<Values, 'items'>) {
  const { t } = useText();
  const form = useActForm<Values>({ defaults: { items, dueOn: '' }, send, onDone });
  const { fields, append, remove } = useFieldArray({ control: form.form.control, name: 'items' });
  return (
    <FormFrame form={form}>
      {fields.map(({ id }, place) => (
        <div key={id} className="with-remove">
          <TextInput
            name={`items.${place}.text`}
            label={t('web.case.completionItem', { number: place + 1 })}
            rows={2}
            maxLength={2000}
          />
          {fields.length > 1 ? (
            <Button type="button" variant="tertiary" onClick={() => remove(place)}>
              {t('web.case.remove')}
            </Button>
          ) : null}
        </div>
      ))}
      <Button type="button" variant="secondary" onClick={() => append({ text: '' })}>
        {t('web.case.anotherItem')}
      </Button>
      <DayInput name="dueOn" label={t('web.case.dueOn')} description={t('web.case.dueOnHelp')} />
      <SendRow
        label={t('action.application.request-completion')}
        isSending={form.isSending}
        onCancel={onCancel}
      />
    </FormFrame>
  );
}

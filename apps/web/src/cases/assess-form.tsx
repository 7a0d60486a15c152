import { Fieldset, Radio } from '@digdir/designsystemet-react';
import { queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import type { ActFormProps } from '../parts/actions.js';
import { useFormContext } from 'react-hook-form';
import { useFindings } from '../parts/findings.js';
import { FormFrame, TextInput, useActForm } from '../parts/form.js';
import { SendRow } from '../parts/send-row.js';
import { useSession } from '../session/session.js';
import { CRITERIA, SCORES } from './criteria.js';

interface Values {
  /** The score as the form has it: text, empty until it is chosen. */
  criteria: { code: string; score: string; motive: string }[];
}

/** What the officer said last time is there to begin with. */
export function AssessForm(props: ActFormProps) {
  const { user } = useSession();
  const { data } = queries.useQuery('get', '/api/v1/applications/{id}', {
    params: { path: { id: props.id } },
  });
  if (!data) return null;
  const own = (data.assessments ?? []).filter(({ userId }) => userId === user?.id);
  return <Form {...props} before={own.at(-1)?.criteria ?? []} />;
}

function Form({
  before,
  send,
  onDone,
  onCancel,
}: ActFormProps & { before: readonly Schemas['Criterion'][] }) {
  const { t } = useText();
  const defaults = CRITERIA.map((code) => {
    const said = before.find((each) => each.code === code);
    return { code, score: said ? String(said.score) : '', motive: said?.motive ?? '' };
  });
  const form = useActForm<Values>({
    defaults: { criteria: defaults },
    // An unchosen score is sent as nothing, so that the server says which one it misses.
    send: ({ criteria }, headers) =>
      send(
        {
          criteria: criteria.map((each) => ({
            ...each,
            score: each.score === '' ? null : Number(each.score),
          })),
        },
        headers,
      ),
    onDone,
  });
  return (
    <FormFrame form={form}>
      {CRITERIA.map((code, place) => (
        <CriterionFields key={code} code={code} place={place} />
      ))}
      <SendRow label={t('web.assess.save')} isSending={form.isSending} onCancel={onCancel} />
    </FormFrame>
  );
}

function CriterionFields({ code, place }: { code: (typeof CRITERIA)[number]; place: number }) {
  const { t } = useText();
  const { register } = useFormContext();
  const { id, error } = useFindings(`criteria.${place}.score`);
  return (
    <Fieldset>
      <Fieldset.Legend>{t(`web.criterion.${code}`)}</Fieldset.Legend>
      <Fieldset.Description>{t('web.assess.scale')}</Fieldset.Description>
      <div className="scores" id={id} tabIndex={-1}>
        {SCORES.map((score) => (
          <Radio
            key={score}
            {...register(`criteria.${place}.score`)}
            value={String(score)}
            label={String(score)}
            error={error !== undefined}
          />
        ))}
      </div>
      {error ? <p className="wrong">{error}</p> : null}
      <TextInput
        name={`criteria.${place}.motive`}
        label={t('web.case.motive')}
        rows={2}
        maxLength={5000}
        required={false}
      />
    </Fieldset>
  );
}

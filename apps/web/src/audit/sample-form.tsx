import { Checkbox, Fieldset } from '@digdir/designsystemet-react';
import { Controller, useFormContext } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { PROOFS } from '#domain/reports/evidence-demand';
import { api, queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { ChoiceInput, FormFrame, TextInput, useActForm } from '../parts/form.js';
import { tell } from '../parts/notices.js';
import { SendRow } from '../parts/send-row.js';
import { useAll } from '../parts/use-all.js';
import { newSample, sampleBody, WEIGHTS, type SampleValues } from './sample.js';

export function SampleForm({ onCancel }: { onCancel: () => void }) {
  const { t } = useText();
  const navigate = useNavigate();
  const form = useActForm<SampleValues>({
    defaults: newSample(PROOFS),
    send: async (values, headers) => {
      const { data } = await api.POST('/api/v1/samples', {
        params: { header: headers },
        headers,
        body: sampleBody(values) as never,
      });
      tell(t('web.samples.drawn'));
      if (data) void navigate(`/granskning/stickprov/${data.id}`);
    },
    onDone: () => undefined,
  });
  return (
    <FormFrame form={form}>
      <AmongInputs />
      <div className="row">
        <TextInput name="year" label={t('web.samples.year')} maxLength={4} />
        <TextInput name="size" label={t('web.samples.size')} maxLength={5} />
      </div>
      <TextInput
        name="seed"
        label={t('web.samples.seed')}
        description={t('web.samples.seedHelp')}
        required={false}
      />
      <Fieldset>
        <Fieldset.Legend>{t('web.samples.weights')}</Fieldset.Legend>
        <Fieldset.Description>{t('web.samples.weightsHelp')}</Fieldset.Description>
        <div className="weights">
          {WEIGHTS.map((name) => (
            <TextInput
              key={name}
              name={`weights.${name}`}
              label={t(`web.samples.weight.${name}`)}
              maxLength={3}
            />
          ))}
        </div>
      </Fieldset>
      <ProofInputs />
      <SendRow label={t('web.samples.new')} isSending={form.isSending} onCancel={onCancel} />
    </FormFrame>
  );
}

function AmongInputs() {
  const { t } = useText();
  const { watch } = useFormContext<SampleValues>();
  const { data: calls = [] } = useAll<Schemas['CallView']>('/api/v1/calls');
  const { data: programmes } = queries.useQuery('get', '/api/v1/programmes');
  return (
    <div className="row">
      <ChoiceInput
        name="among"
        label={t('web.samples.among')}
        options={[
          { value: 'programme', label: t('web.samples.amongProgramme') },
          { value: 'call', label: t('web.samples.amongCall') },
        ]}
      />
      {watch('among') === 'call' ? (
        <ChoiceInput
          name="callId"
          label={t('web.samples.chooseCall')}
          empty="–"
          options={calls.map(({ id, title }) => ({ value: id, label: title }))}
        />
      ) : (
        <ChoiceInput
          name="programmeCode"
          label={t('web.samples.chooseProgramme')}
          empty="–"
          options={(programmes?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        />
      )}
    </div>
  );
}

function ProofInputs() {
  const { t, named } = useText();
  const { control } = useFormContext<SampleValues>();
  return (
    <Controller
      name="proofs"
      control={control}
      render={({ field: { value, onChange } }) => (
        <Fieldset>
          <Fieldset.Legend>{t('web.samples.proofs')}</Fieldset.Legend>
          {PROOFS.map((proof) => (
            <Checkbox
              key={proof}
              label={named('proof', proof)}
              value={proof}
              checked={value.includes(proof)}
              onChange={(event) =>
                onChange(event.target.checked ? [...value, proof] : value.filter((each) => each !== proof))
              }
            />
          ))}
        </Fieldset>
      )}
    />
  );
}

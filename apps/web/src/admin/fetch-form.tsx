import { useFormContext } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { api } from '../api/client.js';
import { useText } from '../frame/language.js';
import { ChoiceInput, FormFrame, TextInput, useActForm } from '../parts/form.js';
import { SendRow } from '../parts/send-row.js';
import { isMeasure } from './dataset-kind.js';
import { fetchOf, type FetchFields } from './import-question.js';
import { AboutInputs, WordInputs } from './reading-inputs.js';
import { NOTHING_TOLD } from './upload-form.js';

const SERVICES = ['kolada', 'scb', 'scbV1'] as const;

/** The worker asks the source; what it answers is kept and read as a file is. */
export function FetchForm() {
  const { t } = useText();
  const navigate = useNavigate();
  const nothing = { kpis: '', years: '', municipalities: '', table: '', selection: 'Region=*\nTid=' };
  const form = useActForm<FetchFields>({
    defaults: { ...NOTHING_TOLD, ...nothing, service: 'kolada' },
    send: async (fields, headers) => {
      const { data } = await api.POST('/api/v1/measure-datasets/fetch', {
        body: fetchOf(fields, isMeasure(fields.kind)),
        params: { header: headers },
      });
      await navigate(`/admin/datamangder/${data!.id}`);
    },
    onDone: () => undefined,
  });
  return (
    <FormFrame form={form}>
      <ChoiceInput
        name="service"
        label={t('web.datasets.service')}
        options={SERVICES.map((value) => ({ value, label: t(`web.datasets.service.${value}`) }))}
      />
      <Question />
      <AboutInputs />
      <WordInputs withYear={false} />
      <SendRow label={t('web.datasets.fetch')} isSending={form.isSending} />
    </FormFrame>
  );
}

function Question() {
  const { t } = useText();
  const service = useFormContext().watch('service') as FetchFields['service'];
  if (service !== 'kolada')
    return (
      <>
        <TextInput name="table" label={t('web.datasets.table')} description={t('web.datasets.tableHelp')} />
        <TextInput
          name="selection"
          label={t('web.datasets.selection')}
          description={t('web.datasets.selectionHelp')}
          rows={4}
        />
      </>
    );
  return (
    <>
      <TextInput name="kpis" label={t('web.datasets.kpis')} description={t('web.datasets.kpisHelp')} />
      <TextInput name="years" label={t('web.datasets.years')} description={t('web.datasets.yearsHelp')} />
      <TextInput
        name="municipalities"
        label={t('web.datasets.municipalities')}
        description={t('web.datasets.municipalitiesHelp')}
        required={false}
      />
    </>
  );
}

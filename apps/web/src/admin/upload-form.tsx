import { Details } from '@digdir/designsystemet-react';
import { useNavigate } from 'react-router';
import { measures } from '#domain/measures/definitions';
import { api } from '../api/client.js';
import { useText } from '../frame/language.js';
import { fileForm, FileInput } from '../parts/file-input.js';
import { ChoiceInput, FormFrame, useActForm } from '../parts/form.js';
import { SendRow } from '../parts/send-row.js';
import { isMeasure } from './dataset-kind.js';
import { mappingOf, type ImportFields } from './import-question.js';
import { AboutInputs, WordInputs } from './reading-inputs.js';

const FORMATS = ['csv', 'jsonStat2', 'pxwebJson', 'kolada'] as const;

interface UploadFields extends ImportFields {
  file: FileList | null;
  format: string;
}

export const NOTHING_TOLD: ImportFields = {
  kind: measures[0]!.code,
  source: '',
  vintage: '',
  licence: '',
  quality: 'official',
  isPercent: false,
  word: '',
  where: '',
  year: '',
};

export function UploadForm() {
  const { t } = useText();
  const navigate = useNavigate();
  const form = useActForm<UploadFields>({
    defaults: { ...NOTHING_TOLD, file: null, format: '' },
    send: async (fields, headers) => {
      const { file, kind, source, vintage, licence, format } = fields;
      const mapping = mappingOf(fields, isMeasure(kind));
      const body = fileForm(file, { kind, source, vintage, licence, format, mapping });
      const { data } = await api.POST('/api/v1/measure-datasets', {
        body: body as never,
        params: { header: headers },
      });
      await navigate(`/admin/datamangder/${data!.id}`);
    },
    onDone: () => undefined,
  });
  return (
    <FormFrame form={form}>
      <FileInput
        name="file"
        label={t('web.datasets.file')}
        description={t('web.datasets.uploadHelp')}
        accept=".csv,.txt,.json,.gz,.zip"
      />
      <AboutInputs />
      <Details>
        <Details.Summary>{t('web.datasets.reading')}</Details.Summary>
        <Details.Content className="form">
          <ChoiceInput
            name="format"
            label={t('web.datasets.format')}
            empty={t('web.datasets.formatByContent')}
            options={FORMATS.map((value) => ({ value, label: t(`web.datasets.format.${value}`) }))}
          />
          <WordInputs withYear />
        </Details.Content>
      </Details>
      <SendRow label={t('web.datasets.upload')} isSending={form.isSending} />
    </FormFrame>
  );
}

import { useFormContext } from 'react-hook-form';
import { useText } from '../frame/language.js';
import { ChoiceInput, FlagInput, TextInput } from '../parts/form.js';
import { isMeasure, useKinds } from './dataset-kind.js';

const QUALITIES = ['official', 'computed', 'proxy'] as const;

/** What the values are and where they are from: the same of a file and of what is fetched. */
export function AboutInputs() {
  const { t, named } = useText();
  const { options } = useKinds();
  return (
    <>
      <ChoiceInput name="kind" label={t('web.datasets.kind')} options={options} />
      <TextInput name="source" label={t('web.datasets.source')} description={t('web.datasets.sourceHelp')} />
      <TextInput
        name="vintage"
        label={t('web.datasets.vintage')}
        description={t('web.datasets.vintageHelp')}
      />
      <TextInput name="licence" label={t('web.datasets.licence')} required={false} />
      <ChoiceInput
        name="quality"
        label={t('web.datasets.quality')}
        options={QUALITIES.map((value) => ({ value, label: named('quality', value) }))}
      />
    </>
  );
}

/** How a source's words become ours. Only of a single measure: a file of several uses our codes. */
export function WordInputs({ withYear }: { withYear: boolean }) {
  const { t } = useText();
  const kind = useFormContext().watch('kind') as string;
  return (
    <>
      {isMeasure(kind) ? (
        <>
          <FlagInput name="isPercent" label={t('web.datasets.isPercent')} />
          <TextInput
            name="word"
            label={t('web.datasets.word')}
            description={t('web.datasets.wordHelp', { code: kind })}
            required={false}
          />
          <TextInput
            name="where"
            label={t('web.datasets.where')}
            description={t('web.datasets.whereHelp')}
            rows={2}
            required={false}
          />
        </>
      ) : null}
      {withYear ? (
        <TextInput
          name="year"
          label={t('web.datasets.yearOfFile')}
          description={t('web.datasets.yearOfFileHelp')}
          required={false}
        />
      ) : null}
    </>
  );
}

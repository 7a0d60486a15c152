import { Button, Fieldset } from '@digdir/designsystemet-react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { useText } from '../frame/language.js';
import { ChoiceInput, DayInput, TextInput } from '../parts/form.js';
import { defaultDuties, grantedYears, type ProposalValues } from './proposal.js';

const KINDS = ['interim', 'final'] as const;

/** What the recipient is to account for, and when. */
export function ReportFields() {
  const { t, named } = useText();
  const { getValues } = useFormContext();
  const { fields, append, remove, replace } = useFieldArray<ProposalValues, 'reportsDue'>({
    name: 'reportsDue',
  });
  const years = () => grantedYears((getValues() as ProposalValues).years);
  const another = () => {
    const year = Math.max(...years(), 2000);
    append({ kind: 'interim', year, dueOn: '' });
  };
  return (
    <Fieldset>
      <Fieldset.Legend>{t('web.propose.reports')}</Fieldset.Legend>
      <Fieldset.Description>{t('web.propose.reportsHelp')}</Fieldset.Description>
      {fields.map(({ id }, place) => (
        <div key={id} className="row report-row">
          <ChoiceInput
            name={`reportsDue.${place}.kind`}
            label={t('web.propose.reportKind')}
            options={KINDS.map((value) => ({ value, label: named('reportKind', value) }))}
          />
          <TextInput name={`reportsDue.${place}.year`} label={t('web.propose.reportYear')} />
          <DayInput name={`reportsDue.${place}.dueOn`} label={t('web.propose.reportDue')} />
          <Button type="button" variant="tertiary" onClick={() => remove(place)}>
            {t('web.case.remove')}
          </Button>
        </div>
      ))}
      <div className="row">
        <Button type="button" variant="secondary" onClick={another}>
          {t('web.propose.anotherReport')}
        </Button>
        <Button type="button" variant="tertiary" onClick={() => replace(defaultDuties(years()))}>
          {t('web.propose.reportPerYear')}
        </Button>
      </div>
    </Fieldset>
  );
}

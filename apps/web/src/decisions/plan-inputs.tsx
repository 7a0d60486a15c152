import { useText } from '../frame/language.js';
import { ChoiceInput, MoneyInput, NumberInput, TextInput } from '../parts/form.js';
import { RowsInput } from '../parts/rows-input.js';

const COSTS = ['personnel', 'external', 'premises', 'equipment', 'other', 'overhead'] as const;
const SOURCES = ['own', 'otherRecipient', 'private', 'otherStateGrant'] as const;

/** The costs that the grant is part of, and who pays the rest, stated anew. */
export function PlanInputs({ year }: { year: number | null }) {
  const { t, named } = useText();
  const options = (group: string, codes: readonly string[]) =>
    codes.map((value) => ({ value, label: named(group, value) }));
  return (
    <>
      <RowsInput
        name="costs"
        legend={t('web.decisions.costs')}
        add={t('web.decisions.addCost')}
        blank={() => ({ year, amount: null, kind: 'personnel', note: '' })}
      >
        {(row) => (
          <>
            <NumberInput name={`${row}.year`} label={t('web.decisions.year')} />
            <ChoiceInput
              name={`${row}.kind`}
              label={t('web.decisions.costKind')}
              options={options('costKind', COSTS)}
            />
            <MoneyInput name={`${row}.amount`} label={t('web.decisions.amount')} />
            <TextInput name={`${row}.note`} label={t('web.decisions.costNote')} required={false} />
          </>
        )}
      </RowsInput>
      <RowsInput
        name="coFinancing"
        legend={t('web.decisions.coFinancing')}
        add={t('web.decisions.addCoFinancing')}
        blank={() => ({ year, amount: null, source: 'own', funder: '' })}
      >
        {(row) => (
          <>
            <NumberInput name={`${row}.year`} label={t('web.decisions.year')} />
            <ChoiceInput
              name={`${row}.source`}
              label={t('web.decisions.source')}
              options={options('coFinancingSource', SOURCES)}
            />
            <MoneyInput name={`${row}.amount`} label={t('web.decisions.amount')} />
            <TextInput name={`${row}.funder`} label={t('web.decisions.funder')} required={false} />
          </>
        )}
      </RowsInput>
    </>
  );
}

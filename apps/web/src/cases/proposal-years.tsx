import { Fieldset } from '@digdir/designsystemet-react';
import { useWatch } from 'react-hook-form';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { useFindings } from '../parts/findings.js';
import { MoneyInput, TextInput } from '../parts/form.js';
import type { ProposalValues } from './proposal.js';

/** The sum of each of the call's years, and how it is paid. */
export function YearFields({ one }: { one: Schemas['ApplicationDetail'] }) {
  const { t, kr } = useText();
  const years = useWatch<ProposalValues, 'years'>({ name: 'years' });
  const { id, error } = useFindings('years');
  const shares = useFindings('instalments');
  const asked = (year: number) => one.requested.find((row) => row.year === year)?.amount ?? 0;
  const total = years.reduce((sum, { amount }) => sum + (typeof amount === 'number' ? amount : 0), 0);
  return (
    <Fieldset id={id} tabIndex={-1}>
      <Fieldset.Legend>{t('web.propose.years')}</Fieldset.Legend>
      <Fieldset.Description>{t('web.propose.yearsHelp')}</Fieldset.Description>
      {years.map(({ year }, place) => (
        <div key={year} className="row year-row">
          <MoneyInput
            name={`years.${place}.amount`}
            label={t('web.propose.amountOf', { year })}
            description={t('web.propose.askedOf', { amount: kr(asked(year)) })}
          />
          <TextInput name={`years.${place}.parts`} label={t('web.propose.partsOf', { year })} />
        </div>
      ))}
      {error ? <p className="wrong">{error}</p> : null}
      <p id={shares.id} tabIndex={-1} className={shares.error ? 'wrong' : 'quiet'}>
        {shares.error}
      </p>
      <p>
        <strong>{t('web.propose.sum', { total: kr(total) })}</strong>
      </p>
    </Fieldset>
  );
}

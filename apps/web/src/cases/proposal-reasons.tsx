import { Button, Select } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { computeBudgetTotal } from '#domain/applications/budget-sums';
import { formatShare } from '#domain/shared/share';
import type { TextCode } from '#text/web';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { useFormContext } from 'react-hook-form';
import { TextInput } from '../parts/form.js';
import { REASON_BLOCKS, withBlock } from './blocks.js';
import type { ProposalValues } from './proposal.js';

/** Why it is so (förvaltningslagen 32 §). Ready sentences, with the case's figures in them, are put in and written on. */
export function ReasonsField({ one }: { one: Schemas['ApplicationDetail'] }) {
  const { t } = useText();
  const { getValues, setValue, setFocus, watch } = useFormContext();
  const [chosen, choose] = useState('');
  const blocks = REASON_BLOCKS[watch('outcome') as ProposalValues['outcome']];
  const insert = () => {
    const text = t(`web.block.${chosen}.text` as TextCode, factsOf(one, getValues() as ProposalValues));
    setValue('reasons', withBlock(getValues('reasons') as string, text), { shouldDirty: true });
    choose('');
    setFocus('reasons');
  };
  return (
    <div>
      <div className="row">
        <Select
          aria-label={t('web.propose.block')}
          value={chosen}
          onChange={(event) => choose(event.target.value)}
        >
          <Select.Option value="">{t('web.propose.block')}</Select.Option>
          {blocks.map((block) => (
            <Select.Option key={block} value={block}>
              {t(`web.block.${block}` as TextCode)}
            </Select.Option>
          ))}
        </Select>
        <Button type="button" variant="secondary" disabled={chosen === ''} onClick={insert}>
          {t('web.propose.insert')}
        </Button>
      </div>
      <TextInput
        name="reasons"
        label={t('web.propose.reasons')}
        description={t('web.propose.reasonsHelp')}
        rows={8}
        maxLength={20000}
      />
    </div>
  );
}

function factsOf(one: Schemas['ApplicationDetail'], { years }: ProposalValues) {
  const granted = years.reduce((sum, { amount }) => sum + (typeof amount === 'number' ? amount : 0), 0);
  const { costs, requested } = computeBudgetTotal(one);
  const share = formatShare(granted, costs);
  return { organisation: one.organisation.name, asked: requested, granted, costs, share };
}

import { Button, Fieldset, Select } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useFieldArray } from 'react-hook-form';
import type { TextCode } from '#text/web';
import { useText } from '../frame/language.js';
import { TextInput } from '../parts/form.js';
import { CONDITION_BLOCKS } from './blocks.js';
import type { ProposalValues } from './proposal.js';

export function ConditionFields() {
  const { t } = useText();
  const { fields, append, remove } = useFieldArray<ProposalValues, 'conditions'>({ name: 'conditions' });
  const [chosen, choose] = useState('');
  const addChosen = () => {
    append({ text: t(`web.condition.${chosen}` as TextCode) });
    choose('');
  };
  return (
    <Fieldset>
      <Fieldset.Legend>{t('web.propose.conditions')}</Fieldset.Legend>
      {fields.map(({ id }, place) => (
        <div key={id} className="with-remove">
          <TextInput
            name={`conditions.${place}.text`}
            label={t('web.propose.condition', { number: place + 1 })}
            rows={2}
            maxLength={2000}
          />
          <Button type="button" variant="tertiary" onClick={() => remove(place)}>
            {t('web.case.remove')}
          </Button>
        </div>
      ))}
      <div className="row">
        <Select
          aria-label={t('web.propose.readyCondition')}
          value={chosen}
          // With the arrows one passes by the others on the way: it is added when that is asked for.
          onChange={(event) => choose(event.target.value)}
        >
          <Select.Option value="">{t('web.propose.readyCondition')}</Select.Option>
          {CONDITION_BLOCKS.map((block) => (
            <Select.Option key={block} value={block}>
              {t(`web.condition.${block}`)}
            </Select.Option>
          ))}
        </Select>
        <Button type="button" variant="secondary" disabled={chosen === ''} onClick={addChosen}>
          {t('web.propose.addCondition')}
        </Button>
        <Button type="button" variant="secondary" onClick={() => append({ text: '' })}>
          {t('web.propose.ownCondition')}
        </Button>
      </div>
    </Fieldset>
  );
}

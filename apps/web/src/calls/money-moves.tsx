import { Field, Fieldset, Label, Select, Textfield } from '@digdir/designsystemet-react';
import { useEffect, useId, useState } from 'react';
import { queries } from '../api/client.js';
import { useText } from '../frame/language.js';
import { readMoney, typedMoney } from '../parts/money-text.js';
import type { CallMoney, Moves } from './simulation.js';

interface MoneyMovesProps {
  moves: Moves;
  money: CallMoney;
  measure: string;
  set: (moves: Moves) => void;
}

/** The money, and what it is shared by. */
export function MoneyMoves({ moves, money, measure, set }: MoneyMovesProps) {
  const { t, named } = useText();
  const id = useId();
  const { data } = queries.useQuery('get', '/api/v1/measures');
  return (
    <Fieldset>
      <Fieldset.Legend>{t('web.simulator.money')}</Fieldset.Legend>
      <MoneyMove label={t('web.simulator.total')} value={money.total} onMove={(belopp) => set({ belopp })} />
      <Textfield
        label={t('web.simulator.year')}
        inputMode="numeric"
        value={moves.ar ?? String(money.year)}
        onChange={(event) => set({ ar: event.target.value || undefined })}
      />
      <Field>
        <Label htmlFor={id}>{t('web.simulator.key')}</Label>
        <Field.Description>{t('web.simulator.keyHelp')}</Field.Description>
        <Select id={id} value={measure} onChange={(event) => set({ nyckel: event.target.value })}>
          {(data?.items ?? []).map(({ code }) => (
            <Select.Option key={code} value={code}>
              {named('measure', code)}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <MoneyMove
        label={t('web.simulator.floor')}
        value={numberOf(moves.golv)}
        onMove={(golv) => set({ golv })}
      />
      <MoneyMove label={t('web.simulator.cap')} value={numberOf(moves.tak)} onMove={(tak) => set({ tak })} />
    </Fieldset>
  );
}

const numberOf = (typed: string | undefined) => (typed === undefined ? null : Number(typed));

interface MoneyMoveProps {
  label: string;
  value: number | null;
  onMove: (amount: string | undefined) => void;
}

/** Whole kronor; what is no sum yet is not asked about. */
function MoneyMove({ label, value, onMove }: MoneyMoveProps) {
  const { t } = useText();
  const [typed, type] = useState(typedMoney(value));
  useEffect(() => {
    type((now) => (readMoney(now) === value ? now : typedMoney(value)));
  }, [value]);
  const read = readMoney(typed);
  return (
    <Textfield
      label={label}
      className="money"
      inputMode="numeric"
      autoComplete="off"
      suffix="kr"
      value={typed}
      error={typeof read === 'string' ? t('web.simulator.notAmount') : undefined}
      onChange={(event) => {
        type(event.target.value);
        const amount = readMoney(event.target.value);
        if (typeof amount !== 'string') onMove(amount === null ? undefined : String(amount));
      }}
      onBlur={() => type(typedMoney(read))}
    />
  );
}

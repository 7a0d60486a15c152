import { useNavigate } from 'react-router';
import { api } from '../api/client.js';
import { useText } from '../frame/language.js';
import { ChoiceInput, FormFrame, MoneyInput, NumberInput, TextInput, useActForm } from '../parts/form.js';
import { RowsInput } from '../parts/rows-input.js';
import { SendRow } from '../parts/send-row.js';
import type { DecisionDetail } from './use-decision.js';

const GROUNDS = [
  'usedForOtherPurpose',
  'incorrectInformation',
  'reportMissing',
  'conditionNotMet',
  'paidByMistake',
  'settlement',
] as const;

interface ClaimFormProps {
  decision: DecisionDetail;
  onCancel: () => void;
}

/** A claim is considered first: the recipient may answer before anything is decided. It leads to the recovery. */
export function ClaimForm({ decision, onCancel }: ClaimFormProps) {
  const { t, named } = useText();
  const navigate = useNavigate();
  const form = useActForm({
    defaults: {
      grounds: 'usedForOtherPurpose',
      amount: null as number | null,
      years: decision.revocation?.toRecover ?? [],
      reasons: '',
    },
    send: async ({ years, ...claim }, headers) => {
      const body = { ...claim, ...(years.length > 0 ? { years } : {}) };
      const answer = await api.POST('/api/v1/decisions/{id}/recoveries', {
        params: { path: { id: decision.id } },
        body: body as never,
        headers,
      } as never);
      void navigate(`/aterkrav/${(answer.data as unknown as { id: string }).id}`);
    },
    onDone: () => undefined,
  });
  return (
    <FormFrame form={form}>
      <ChoiceInput
        name="grounds"
        label={t('web.decisions.grounds')}
        options={GROUNDS.map((value) => ({ value, label: named('recoveryGround', value) }))}
      />
      <MoneyInput name="amount" label={t('web.decisions.claimAmount')} />
      <RowsInput
        name="years"
        legend={t('web.decisions.perYear')}
        description={t('web.decisions.claimYearsHelp')}
        add={t('web.decisions.addYear')}
        blank={() => ({ year: decision.years[0]?.year ?? null, amount: null })}
      >
        {(row) => (
          <>
            <NumberInput name={`${row}.year`} label={t('web.decisions.year')} />
            <MoneyInput name={`${row}.amount`} label={t('web.decisions.amount')} />
          </>
        )}
      </RowsInput>
      <TextInput name="reasons" label={t('web.decisions.reasons')} rows={6} />
      <SendRow label={t('action.recovery.consider')} isSending={form.isSending} onCancel={onCancel} />
    </FormFrame>
  );
}

import { Checkbox, Fieldset, ValidationMessage } from '@digdir/designsystemet-react';
import { useFormContext } from 'react-hook-form';
import { useText } from '../frame/language.js';
import { useFindings } from '../parts/findings.js';
import type { ActFormProps } from '../parts/actions.js';
import { ChoiceInput, FormFrame, MoneyInput, TextInput, useActForm } from '../parts/form.js';
import { SendRow } from '../parts/send-row.js';
import { withDecision, type DecisionDetail } from './use-decision.js';

/** Given back to whoever prepared it, with what to think of. */
export function ReturnForm({ send, onDone, onCancel }: ActFormProps) {
  const { t } = useText();
  const form = useActForm({ defaults: { note: '' }, send, onDone });
  return (
    <FormFrame form={form}>
      <TextInput
        name="note"
        label={t('web.decisions.note')}
        rows={5}
        description={t('web.decisions.noteHelp')}
      />
      <SendRow label={t('action.decision.return')} isSending={form.isSending} onCancel={onCancel} />
    </FormFrame>
  );
}

/** A year is chosen as text and sent as a number. */
const withYear = <Values extends { year: string }>({ year, ...rest }: Values) => ({
  year: Number(year),
  ...rest,
});

const yearsOf = ({ years }: DecisionDetail, status: string) => years.filter((row) => row.status === status);

function useYearOptions(decision: DecisionDetail, status?: string) {
  const { kr } = useText();
  const rows = status ? yearsOf(decision, status) : decision.years;
  return rows.map(({ year, amount }) => ({ value: String(year), label: `${year}, ${kr(amount)}` }));
}

const firstYear = (decision: DecisionDetail, status: string) =>
  String(yearsOf(decision, status)[0]?.year ?? '');

export const ConfirmYearForm = withDecision(function ConfirmYear({ decision, send, onDone, onCancel }) {
  const { t } = useText();
  const defaults = { year: firstYear(decision, 'conditional') };
  const form = useActForm({ defaults, send: (values, headers) => send(withYear(values), headers), onDone });
  return (
    <FormFrame form={form}>
      <ChoiceInput
        name="year"
        label={t('web.decisions.year')}
        options={useYearOptions(decision, 'conditional')}
      />
      <SendRow label={t('action.decision.confirm-year')} isSending={form.isSending} onCancel={onCancel} />
    </FormFrame>
  );
});

export const LapseYearForm = withDecision(function LapseYear({ decision, send, onDone, onCancel }) {
  const { t } = useText();
  const defaults = { year: firstYear(decision, 'conditional'), reason: '' };
  const form = useActForm({ defaults, send: (values, headers) => send(withYear(values), headers), onDone });
  return (
    <FormFrame form={form}>
      <ChoiceInput
        name="year"
        label={t('web.decisions.year')}
        options={useYearOptions(decision, 'conditional')}
      />
      <TextInput name="reason" label={t('web.decisions.lapseReason')} rows={4} />
      <SendRow
        label={t('action.decision.lapse-year')}
        isSending={form.isSending}
        onCancel={onCancel}
        danger
      />
    </FormFrame>
  );
});

export const JudgeConditionForm = withDecision(function JudgeCondition({ decision, send, onDone, onCancel }) {
  const { t, named } = useText();
  const form = useActForm({
    defaults: { condition: '1', outcome: 'met', motive: '' },
    send: ({ condition, ...rest }, headers) => send({ condition: Number(condition), ...rest }, headers),
    onDone,
  });
  const conditions = decision.conditions.map((words, place) => ({
    value: String(place + 1),
    label: `${place + 1}. ${words}`,
  }));
  const outcomes = ['met', 'notMet'].map((value) => ({ value, label: named('findingOutcome', value) }));
  return (
    <FormFrame form={form}>
      <ChoiceInput name="condition" label={t('web.decisions.condition')} options={conditions} />
      <ChoiceInput
        name="outcome"
        label={t('web.decisions.judgement')}
        options={outcomes}
        description={t('web.decisions.judgementHelp')}
      />
      <TextInput name="motive" label={t('web.decisions.motive')} rows={4} />
      <SendRow label={t('action.decision.judge-condition')} isSending={form.isSending} onCancel={onCancel} />
    </FormFrame>
  );
});

const GROUNDS = [
  'incorrectInformation',
  'usedForOtherPurpose',
  'conditionNotMet',
  'reportMissing',
  'renounced',
] as const;

export function RevokeForm({ send, onDone, onCancel }: ActFormProps) {
  const { t } = useText();
  const form = useActForm({ defaults: { grounds: [] as string[], reasons: '' }, send, onDone });
  return (
    <FormFrame form={form}>
      <GroundsInput />
      <TextInput name="reasons" label={t('web.decisions.reasons')} rows={6} />
      <SendRow label={t('action.decision.revoke')} isSending={form.isSending} onCancel={onCancel} danger />
    </FormFrame>
  );
}

function GroundsInput() {
  const { t, named } = useText();
  const { register } = useFormContext();
  const { id, error } = useFindings('grounds');
  return (
    <Fieldset id={id} tabIndex={-1}>
      <Fieldset.Legend>{t('web.decisions.grounds')}</Fieldset.Legend>
      {GROUNDS.map((ground) => (
        <Checkbox
          key={ground}
          {...register('grounds')}
          value={ground}
          label={named('revocationGround', ground)}
          aria-invalid={error ? true : undefined}
        />
      ))}
      {error ? <ValidationMessage>{error}</ValidationMessage> : null}
    </Fieldset>
  );
}

const SOURCES = ['own', 'otherRecipient', 'private', 'otherStateGrant'] as const;
const PROOFS = ['accounts', 'certificate', 'agreement', 'auditorsReport'] as const;

export const ProofForm = withDecision(function Proof({ decision, send, onDone, onCancel }) {
  const { t, named } = useText();
  const form = useActForm({
    defaults: {
      year: String(decision.years[0]?.year ?? ''),
      source: 'own',
      amount: null as number | null,
      kind: 'accounts',
      reference: '',
    },
    send: (values, headers) => send(withYear(values), headers),
    onDone,
  });
  const options = (group: string, codes: readonly string[]) =>
    codes.map((value) => ({ value, label: named(group, value) }));
  return (
    <FormFrame form={form}>
      <div className="row">
        <ChoiceInput name="year" label={t('web.decisions.year')} options={useYearOptions(decision)} />
        <ChoiceInput
          name="source"
          label={t('web.decisions.source')}
          options={options('coFinancingSource', SOURCES)}
        />
      </div>
      <MoneyInput
        name="amount"
        label={t('web.decisions.evidenced')}
        description={t('web.decisions.proofHelp')}
      />
      <ChoiceInput name="kind" label={t('web.decisions.proofKind')} options={options('proofKind', PROOFS)} />
      <TextInput name="reference" label={t('web.decisions.proofReference')} />
      <SendRow
        label={t('action.decision.prove-co-financing')}
        isSending={form.isSending}
        onCancel={onCancel}
      />
    </FormFrame>
  );
});

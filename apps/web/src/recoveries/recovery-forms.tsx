import type { ComponentType } from 'react';
import type { TextCode } from '#text/web';
import { queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import type { ActFormProps } from '../parts/actions.js';
import { DayInput, FormFrame, MoneyInput, TextInput, useActForm } from '../parts/form.js';
import { Loaded } from '../parts/loaded.js';
import { RowsInput } from '../parts/rows-input.js';
import { SendRow } from '../parts/send-row.js';

/** What is left empty is left out. */
const filled = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== null));

export function NotifyForm({ send, onDone, onCancel }: ActFormProps) {
  const { t } = useText();
  const form = useActForm({ defaults: { answerBy: '' }, send, onDone });
  return (
    <FormFrame form={form}>
      <DayInput
        name="answerBy"
        label={t('web.recoveries.answerBy')}
        description={t('web.recoveries.answerByHelp')}
      />
      <SendRow label={t('action.recovery.notify')} isSending={form.isSending} onCancel={onCancel} />
    </FormFrame>
  );
}

export function AnswerForm({ send, onDone, onCancel }: ActFormProps) {
  const { t } = useText();
  const form = useActForm({ defaults: { text: '' }, send, onDone });
  return (
    <FormFrame form={form}>
      <TextInput name="text" label={t('web.recoveries.answer')} rows={8} maxLength={20_000} />
      <SendRow label={t('action.recovery.answer')} isSending={form.isSending} onCancel={onCancel} />
    </FormFrame>
  );
}

export const DecideForm = withRecovery(function Decide({ recovery, send, onDone, onCancel }) {
  const { t, kr } = useText();
  const form = useActForm({
    defaults: { dueOn: '', withoutAnswer: '' },
    send: (values, headers) => send(filled(values), headers),
    onDone,
  });
  const hasAnswer = recovery.answers.length > 0;
  return (
    <FormFrame form={form}>
      <p>
        {t('web.recoveries.decideSays', {
          organisation: recovery.organisation.name,
          amount: kr(recovery.amount),
        })}
      </p>
      <DayInput
        name="dueOn"
        label={t('web.recoveries.dueOn')}
        description={t('web.recoveries.dueOnHelp')}
        required={false}
      />
      {hasAnswer ? null : (
        <TextInput
          name="withoutAnswer"
          label={t('web.recoveries.withoutAnswer')}
          description={t('web.recoveries.withoutAnswerHelp')}
          rows={3}
          required={false}
        />
      )}
      <SendRow label={t('action.recovery.decide')} isSending={form.isSending} onCancel={onCancel} />
    </FormFrame>
  );
});

export const PlanForm = withRecovery(function Plan({ recovery, send, onDone, onCancel }) {
  const { t, kr } = useText();
  const left = recovery.balance?.principal ?? recovery.amount;
  const form = useActForm({
    defaults: {
      instalments:
        recovery.instalments.length > 0
          ? recovery.instalments
          : [{ dueOn: recovery.dueOn ?? '', amount: left }],
    },
    send,
    onDone,
  });
  return (
    <FormFrame form={form}>
      <RowsInput
        name="instalments"
        legend={t('web.recoveries.instalments')}
        description={t('web.recoveries.planHelp', { left: kr(left) })}
        add={t('web.recoveries.addInstalment')}
        blank={() => ({ dueOn: '', amount: null })}
      >
        {(row) => (
          <>
            <DayInput name={`${row}.dueOn`} label={t('web.recoveries.dueOn')} />
            <MoneyInput name={`${row}.amount`} label={t('web.recoveries.amount')} />
          </>
        )}
      </RowsInput>
      <SendRow label={t('action.recovery.plan')} isSending={form.isSending} onCancel={onCancel} />
    </FormFrame>
  );
});

export function RegisterPaymentForm({ send, onDone, onCancel }: ActFormProps) {
  const { t } = useText();
  const form = useActForm({
    defaults: { amount: null as number | null, paidOn: '', reference: '' },
    send,
    onDone,
  });
  return (
    <FormFrame form={form}>
      <MoneyInput name="amount" label={t('web.recoveries.amount')} />
      <DayInput name="paidOn" label={t('web.recoveries.paidOn')} />
      <TextInput
        name="reference"
        label={t('web.recoveries.reference')}
        description={t('web.recoveries.referenceHelp')}
        maxLength={140}
      />
      <SendRow label={t('action.recovery.register-payment')} isSending={form.isSending} onCancel={onCancel} />
    </FormFrame>
  );
}

export function SetOffForm({ send, onDone, onCancel }: ActFormProps) {
  const { t } = useText();
  const form = useActForm({
    defaults: { amount: null as number | null },
    send: (values, headers) => send(filled(values), headers),
    onDone,
  });
  return (
    <FormFrame form={form}>
      <MoneyInput
        name="amount"
        label={t('web.recoveries.amount')}
        description={t('web.recoveries.setOffHelp')}
        required={false}
      />
      <SendRow label={t('action.recovery.set-off')} isSending={form.isSending} onCancel={onCancel} />
    </FormFrame>
  );
}

/** An end without payment needs its reasons. */
const closingForm = (button: TextCode): ComponentType<ActFormProps> =>
  function ClosingForm({ send, onDone, onCancel }) {
    const { t } = useText();
    const form = useActForm({ defaults: { reasons: '' }, send, onDone });
    return (
      <FormFrame form={form}>
        <TextInput name="reasons" label={t('web.recoveries.reasons')} rows={5} />
        <SendRow label={t(button)} isSending={form.isSending} onCancel={onCancel} danger />
      </FormFrame>
    );
  };

export const DropForm = closingForm('action.recovery.drop');
export const WriteOffForm = closingForm('action.recovery.write-off');

type RecoveryFormProps = ActFormProps & { recovery: Schemas['RecoveryDetail'] };

/** A form that needs to know the claim: the page has read it, so it is there at once. */
function withRecovery(Form: ComponentType<RecoveryFormProps>): ComponentType<ActFormProps> {
  return function FormOfRecovery(props) {
    const query = queries.useQuery('get', '/api/v1/recoveries/{id}', { params: { path: { id: props.id } } });
    return <Loaded query={query}>{(recovery) => <Form {...props} recovery={recovery} />}</Loaded>;
  };
}

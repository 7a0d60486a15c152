import { useWatch } from 'react-hook-form';
import { queries } from '../api/client.js';
import { useText } from '../frame/language.js';
import {
  ChoiceInput,
  DayInput,
  FlagInput,
  FormFrame,
  MoneyInput,
  NumberInput,
  TextInput,
  useActForm,
} from '../parts/form.js';
import { Loaded } from '../parts/loaded.js';
import { RowsInput } from '../parts/rows-input.js';
import { SendRow } from '../parts/send-row.js';
import { amendmentOf, valuesOf } from './amendment.js';
import { PlanInputs } from './plan-inputs.js';
import { withDecision, type DecisionFormProps } from './use-decision.js';

/** An amendment is a proposal of its own. It begins with what stands; only what is changed is sent. */
export const AmendForm = withDecision(function AmendFromApplication(props: DecisionFormProps) {
  const query = queries.useQuery('get', '/api/v1/applications/{id}', {
    params: { path: { id: props.decision.applicationId } },
  });
  return (
    <Loaded query={query}>
      {({ costs, coFinancing }) => <Amend {...props} plan={props.decision.plan ?? { costs, coFinancing }} />}
    </Loaded>
  );
});

type AmendProps = DecisionFormProps & { plan: Parameters<typeof valuesOf>[1] };

function Amend({ decision, plan, send, onDone, onCancel }: AmendProps) {
  const { t, named } = useText();
  const defaults = valuesOf(decision, plan);
  const form = useActForm({
    defaults,
    send: (values, headers) => send(amendmentOf(defaults, values), headers),
    onDone,
  });
  const changesPlan = useWatch({ control: form.form.control, name: 'changesPlan' });
  const options = (group: string, codes: readonly string[]) =>
    codes.map((value) => ({ value, label: named(group, value) }));
  const year = decision.years.at(-1)?.year ?? null;
  return (
    <FormFrame form={form}>
      <RowsInput
        name="years"
        legend={t('web.decisions.perYear')}
        description={t('web.decisions.amendYearsHelp')}
        add={t('web.decisions.addYear')}
        blank={() => ({ year: null, amount: null })}
      >
        {(row) => (
          <>
            <NumberInput name={`${row}.year`} label={t('web.decisions.year')} />
            <MoneyInput name={`${row}.amount`} label={t('web.decisions.amount')} />
          </>
        )}
      </RowsInput>
      <TextInput name="reasons" label={t('web.decisions.reasons')} rows={5} />
      <ChoiceInput
        name="requestedBy"
        label={t('web.decisions.requestedBy')}
        options={options('requester', ['recipient', 'agency'])}
      />
      <TextInput
        name="conditions"
        label={t('web.decisions.conditions')}
        description={t('web.decisions.conditionsHelp')}
        rows={4}
        required={false}
      />
      <RowsInput
        name="reportsDue"
        legend={t('web.decisions.reportsDue')}
        add={t('web.decisions.addReport')}
        blank={() => ({ kind: 'interim', year, dueOn: '' })}
      >
        {(row) => (
          <>
            <ChoiceInput
              name={`${row}.kind`}
              label={t('web.decisions.reportKind')}
              options={options('reportKind', ['interim', 'final'])}
            />
            <NumberInput name={`${row}.year`} label={t('web.decisions.year')} />
            <DayInput name={`${row}.dueOn`} label={t('web.decisions.dueOn')} />
          </>
        )}
      </RowsInput>
      <RowsInput
        name="instalments"
        legend={t('web.decisions.instalments')}
        description={t('web.decisions.instalmentsHelp')}
        add={t('web.decisions.addInstalment')}
        blank={() => ({ year, percent: null })}
      >
        {(row) => (
          <>
            <NumberInput name={`${row}.year`} label={t('web.decisions.year')} />
            <NumberInput name={`${row}.percent`} label={t('web.decisions.percent')} />
          </>
        )}
      </RowsInput>
      <FlagInput name="changesPlan" label={t('web.decisions.changesPlan')} />
      {changesPlan ? <PlanInputs year={year} /> : null}
      <SendRow label={t('action.decision.amend')} isSending={form.isSending} onCancel={onCancel} />
    </FormFrame>
  );
}

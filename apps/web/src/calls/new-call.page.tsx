import { Button, Fieldset } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { useFieldArray } from 'react-hook-form';
import { Link, useNavigate } from 'react-router';
import { STEPS } from '#domain/regulations/rule';
import { api, queries, type Schemas } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { useText } from '../frame/language.js';
import { ChoiceInput, DayInput, FormFrame, MoneyInput, TextInput, useActForm } from '../parts/form.js';
import { useFindings } from '../parts/findings.js';
import { Loaded } from '../parts/loaded.js';
import { tell } from '../parts/notices.js';
import { PageHead } from '../parts/page-head.js';
import { SendRow } from '../parts/send-row.js';
import './calls.css';
import { placeInForm, sentCall, type CallValues } from './new-call.js';

export function Component() {
  const { t } = useText();
  const programmes = queries.useQuery('get', '/api/v1/programmes');
  const funds = queries.useQuery('get', '/api/v1/appropriations', { params: { query: { limit: 200 } } });
  const isThere = programmes.data !== undefined && funds.data !== undefined;
  return (
    <div className="narrow-form">
      <PageHead title={t('web.calls.new')} over={<Link to="/utlysningar">{t('web.calls.title')}</Link>} />
      <Loaded query={{ data: isThere || undefined, error: programmes.error ?? funds.error }}>
        {() => <Form programmes={programmes.data!.items} funds={funds.data!.items} />}
      </Loaded>
    </div>
  );
}

interface FormProps {
  programmes: readonly Schemas['ProgrammeView'][];
  funds: readonly Schemas['AppropriationView'][];
}

function Form({ programmes, funds }: FormProps) {
  const { t, named, language } = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  // A repealed ordinance takes no new calls.
  const open = programmes.filter(({ repealed }) => repealed === null);
  const codes = [...new Set(funds.map(({ code }) => code))];
  const latest = Math.max(...funds.map(({ year }) => year));
  const form = useActForm<CallValues>({
    defaults: {
      programmeCode: open.at(-1)?.code ?? '',
      title: '',
      step: '',
      opensOn: '',
      closesOn: '',
      budget: [{ year: Number.isFinite(latest) ? latest : '', amount: null }],
      appropriationCode: codes[0] ?? '',
    },
    send,
    onDone: () => {
      tell(t('web.calls.created'));
      void client.invalidateQueries();
      void navigate('/utlysningar');
    },
  });
  return (
    <FormFrame form={form}>
      <ChoiceInput
        name="programmeCode"
        label={t('web.calls.programme')}
        options={open.map(({ code, title }) => ({ value: code, label: title[language] }))}
      />
      <TextInput name="title" label={t('web.work.title.column')} maxLength={200} />
      <ChoiceInput
        name="step"
        label={t('web.work.step')}
        empty={t('web.calls.noStep')}
        options={STEPS.map((step) => ({ value: step, label: named('step', step) }))}
      />
      <div className="row">
        <DayInput name="opensOn" label={t('web.calls.opensOn')} />
        <DayInput name="closesOn" label={t('web.calls.closesOn')} description={t('web.calls.closesOnHelp')} />
      </div>
      <Years />
      <ChoiceInput
        name="appropriationCode"
        label={t('web.calls.appropriation')}
        options={codes.map((code) => ({ value: code, label: code }))}
      />
      <SendRow
        label={t('action.call.create')}
        isSending={form.isSending}
        onCancel={() => void navigate('/utlysningar')}
      />
    </FormFrame>
  );
}

async function send(values: CallValues, headers: object): Promise<void> {
  const { body, kept } = sentCall(values);
  try {
    await api.POST('/api/v1/calls', { body, headers } as never);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const findings = error.findings.map((finding) => ({
      ...finding,
      path: finding.path && placeInForm(finding.path, kept),
    }));
    throw new Problem({ ...error.body, findings }, error.retryAfterSeconds);
  }
}

function Years() {
  const { t } = useText();
  const { id, error } = useFindings('years');
  const { fields, append, remove } = useFieldArray<CallValues, 'budget'>({ name: 'budget' });
  const next = () => append({ year: Number(fields.at(-1)?.year ?? 0) + 1 || '', amount: null });
  return (
    <Fieldset id={id} tabIndex={-1}>
      <Fieldset.Legend>{t('web.calls.years')}</Fieldset.Legend>
      <Fieldset.Description>{t('web.calls.yearsHelp')}</Fieldset.Description>
      {fields.map((field, place) => (
        <div key={field.id} className="row">
          <TextInput name={`budget.${place}.year`} label={t('web.calls.year')} />
          <MoneyInput name={`budget.${place}.amount`} label={t('web.calls.amount')} required={false} />
          {fields.length > 1 ? (
            <Button type="button" variant="tertiary" onClick={() => remove(place)}>
              {t('web.calls.remove')}
            </Button>
          ) : null}
        </div>
      ))}
      {error ? <p className="wrong">{error}</p> : null}
      <div>
        <Button type="button" variant="secondary" onClick={next}>
          {t('web.calls.anotherYear')}
        </Button>
      </div>
    </Fieldset>
  );
}

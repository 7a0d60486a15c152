import { Button } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useWatch } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { DECISION_OUTCOMES } from '#domain/decisions/proposal';
import { api, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { ChoiceInput, FormFrame, useActForm } from '../parts/form.js';
import { tell } from '../parts/notices.js';
import { SendRow } from '../parts/send-row.js';
import type { Fund } from './draw.js';
import { ConditionFields } from './proposal-conditions.js';
import { ProposalLive } from './proposal-live.js';
import { ReasonsField } from './proposal-reasons.js';
import { ReportFields } from './proposal-reports.js';
import { YearFields } from './proposal-years.js';
import {
  defaultDuties,
  refusalOf,
  sentProposal,
  type ProposalCase,
  type ProposalValues,
} from './proposal.js';
import { useKeptProposal } from './use-kept-proposal.js';

interface ProposalFormProps {
  one: Schemas['ApplicationDetail'];
  call: Schemas['CallView'];
  funds: readonly Fund[];
  of: ProposalCase;
}

/** To begin with what was asked for is granted, all of each year at once, and accounted for after each year. */
function defaultsFor({ requested }: Schemas['ApplicationDetail'], years: readonly number[]): ProposalValues {
  const asked = (year: number) => requested.find((row) => row.year === year)?.amount ?? null;
  const granted = years.filter((year) => asked(year) !== null);
  return {
    outcome: 'approve',
    years: years.map((year) => ({ year, amount: asked(year), parts: '100' })),
    reasons: '',
    conditions: [],
    reportsDue: granted.length === 0 ? [] : defaultDuties(granted),
  };
}

export function ProposalForm({ one, call, funds, of }: ProposalFormProps) {
  const { t, named } = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const beginning = defaultsFor(one, call.years);
  const { found, savedAt, keep, forget } = useKeptProposal(one.id, call.years);
  const form = useActForm<ProposalValues>({
    defaults: found?.values ?? beginning,
    send: (values, headers) => send(one.id, values, headers),
    onDone: () => {
      forget();
      tell(t('web.propose.done'));
      void client.invalidateQueries();
      void navigate(`/arenden/${one.id}`);
    },
  });
  const { subscribe } = form.form;
  useEffect(
    () => subscribe({ formState: { values: true, isDirty: true }, callback: ({ values }) => keep(values) }),
    // Who writes, and of what, stays the same while the form is open.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [subscribe],
  );
  const startOver = () => {
    form.form.reset(beginning);
    forget();
  };
  const outcome = useWatch({ control: form.form.control, name: 'outcome' });
  const isApproval = outcome === 'approve';
  return (
    <FormFrame form={form}>
      <div className="two proposing">
        <div className="form">
          <ChoiceInput
            name="outcome"
            label={t('web.propose.outcome')}
            options={DECISION_OUTCOMES.map((value) => ({ value, label: named('decisionOutcome', value) }))}
          />
          {isApproval ? <YearFields one={one} /> : null}
          <ReasonsField one={one} />
          {isApproval ? <ConditionFields /> : null}
          {isApproval ? <ReportFields /> : null}
          <SendRow
            label={t('web.propose.send')}
            isSending={form.isSending}
            onCancel={() => void navigate(`/arenden/${one.id}`)}
          />
          <Kept at={savedAt} onStartOver={startOver} />
        </div>
        <ProposalLive call={call} funds={funds} of={of} />
      </div>
    </FormFrame>
  );
}

/** Where what is written is until it is handed over, and how to be rid of it. */
function Kept({ at, onStartOver }: { at: string | null; onStartOver: () => void }) {
  const { t, moment } = useText();
  if (at === null) return <p className="quiet">{t('web.propose.willBeKept')}</p>;
  return (
    <p className="quiet" role="status">
      {t('web.propose.kept', { at: moment(at) })}{' '}
      <Button type="button" variant="tertiary" className="inline" onClick={onStartOver}>
        {t('web.propose.startOver')}
      </Button>
    </p>
  );
}

async function send(id: string, values: ProposalValues, headers: object): Promise<void> {
  const { body, kept } = sentProposal(values);
  try {
    await api.POST('/api/v1/applications/{id}/decision-proposals', {
      params: { path: { id } },
      body,
      headers,
    } as never);
  } catch (error) {
    throw refusalOf(error, kept);
  }
}

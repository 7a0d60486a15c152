import { Link } from 'react-router';
import { api } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { useText } from '../frame/language.js';
import type { ActFormProps } from '../parts/actions.js';
import { FormFrame, MoneyInput, useActForm } from '../parts/form.js';
import { PlainTable } from '../parts/plain-table.js';
import { SendRow } from '../parts/send-row.js';
import { LetterInputs, letterDefaults } from './letter-inputs.js';
import { givesOf } from './gives.js';

/** A letter that raises or lowers the fund. Refused below what is bound: then it is told who would have to give. */
export function AmendForm({ id, onDone, onCancel }: ActFormProps) {
  const { t } = useText();
  const form = useActForm({
    defaults: { ...letterDefaults, amount: null as number | null, commitmentLimit: null as number | null },
    send: ({ amount, commitmentLimit, ...letter }, headers) =>
      api.POST('/api/v1/appropriations/{id}/amendments', {
        params: { path: { id } },
        body: {
          ...letter,
          ...(amount === null ? {} : { amount }),
          ...(commitmentLimit === null ? {} : { commitmentLimit }),
        } as never,
        headers,
      } as never),
    onDone,
  });
  return (
    <FormFrame form={form}>
      <WhatGives problem={form.problem} />
      <LetterInputs />
      <MoneyInput
        name="amount"
        label={t('web.appropriations.newAmount')}
        description={t('web.appropriations.asIsHelp')}
        required={false}
      />
      <MoneyInput name="commitmentLimit" label={t('web.appropriations.newLimit')} required={false} />
      <SendRow label={t('action.appropriation.amend')} isSending={form.isSending} onCancel={onCancel} />
    </FormFrame>
  );
}

function WhatGives({ problem }: { problem: unknown }) {
  const { t, named, kr } = useText();
  const gives = problem instanceof Problem ? givesOf(problem.findings) : [];
  return gives.map(({ source, missing, short, rows }) => (
    <section key={source}>
      <h3>{t('web.appropriations.gives', { fund: named('fund', source), missing: kr(missing) })}</h3>
      <PlainTable
        caption={t('web.appropriations.givesCaption')}
        rows={rows}
        rowKey={(row) => row.decisionId}
        columns={[
          {
            header: t('web.decisions.case'),
            cell: (row) => (
              <Link className="nowrap" to={`/beslut/${row.decisionId}`}>
                {row.registryNumber}
              </Link>
            ),
          },
          { header: t('web.decisions.organisation'), cell: (row) => row.organisation },
          { header: t('account.reserved'), cell: (row) => kr(row.reserved), isNumber: true },
          { header: t('account.unpaid'), cell: (row) => kr(row.unpaid), isNumber: true },
          { header: t('web.appropriations.givesAmount'), cell: (row) => kr(row.gives), isNumber: true },
        ]}
      />
      {short > 0 ? <p>{t('web.appropriations.short', { short: kr(short) })}</p> : null}
    </section>
  ));
}

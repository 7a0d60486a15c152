import { Button, Tag } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { hasText } from '#text/web';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import type { ActFormProps } from '../parts/actions.js';
import { FormFrame, useActForm } from '../parts/form.js';
import { PlainTable } from '../parts/plain-table.js';
import { SendRow } from '../parts/send-row.js';

type Confirmed = Schemas['YearsConfirmedView'];

/** Every conditional year that this appropriation can carry becomes firm. Each is tried for itself, and each outcome told. */
export function ConfirmYearsForm({ send, onDone, onCancel }: ActFormProps) {
  const { t } = useText();
  const [confirmed, tellOutcome] = useState<Confirmed | null>(null);
  const form = useActForm({
    defaults: {},
    send: async (_, headers) => {
      const answer = (await send({}, headers)) as { data: Confirmed };
      tellOutcome(answer.data);
    },
    onDone: () => undefined,
  });
  if (confirmed) return <Outcomes of={confirmed} onClose={onDone} />;
  return (
    <FormFrame form={form}>
      <SendRow
        label={t('action.appropriation.confirm-years')}
        isSending={form.isSending}
        onCancel={onCancel}
      />
    </FormFrame>
  );
}

function Outcomes({ of, onClose }: { of: Confirmed; onClose: () => void }) {
  const { t, kr } = useText();
  return (
    <>
      <p role="status">
        {of.items.length === 0
          ? t('web.appropriations.nothingToConfirm', { year: of.year })
          : t('web.appropriations.confirmed', {
              confirmed: of.confirmed.count,
              amount: kr(of.confirmed.amount),
              refused: of.refused.count,
            })}
      </p>
      {of.items.length > 0 ? (
        <PlainTable
          caption={t('web.appropriations.outcomes')}
          rows={of.items}
          rowKey={(row) => row.decisionId}
          columns={[
            {
              header: t('web.decisions.case'),
              cell: (row) => (
                <>
                  <Link to={`/beslut/${row.decisionId}`}>{row.registryNumber}</Link>
                  <span className="under">{row.organisation.name}</span>
                </>
              ),
            },
            { header: t('web.decisions.amount'), cell: (row) => kr(row.amount), isNumber: true },
            { header: t('web.appropriations.outcome'), cell: (row) => <Outcome of={row} /> },
          ]}
        />
      ) : null}
      <Button onClick={onClose}>{t('web.appropriations.close')}</Button>
    </>
  );
}

function Outcome({ of }: { of: Confirmed['items'][number] }) {
  const { t, finding } = useText();
  if (of.outcome === 'confirmed') return <Tag data-color="success">{t('web.appropriations.becameFirm')}</Tag>;
  const title = `error.${of.code}.title`;
  return (
    <>
      <Tag data-color="danger">{hasText(title) ? t(title) : of.code}</Tag>
      {of.findings.map((each, place) => (
        <span className="under" key={place}>
          {finding(each as never)}
        </span>
      ))}
    </>
  );
}

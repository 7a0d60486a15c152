import { Button, Tag } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { postAct } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { useText } from '../frame/language.js';
import { FormDialog } from '../parts/form-dialog.js';
import { PlainTable } from '../parts/plain-table.js';
import { ChooseBar } from './choose-bar.js';
import type { Payment } from './payment.js';

interface Outcome {
  payment: Payment;
  problem: Problem | null;
}

interface BulkAttestProps {
  payments: readonly Payment[];
  onDone: () => void;
}

/** Each chosen payment is attested for itself: one that is refused does not stop the others, and each outcome is told. */
export function BulkAttest({ payments, onDone }: BulkAttestProps) {
  const { t } = useText();
  const [outcomes, tellOutcomes] = useState<readonly Outcome[]>([]);
  return (
    <>
      <ChooseBar payments={payments}>
        <FormDialog
          label={t('web.payments.attestChosen')}
          help={t('web.payments.attestHelp')}
          variant="primary"
          disabled={payments.length === 0}
        >
          {(close) => (
            <Confirm
              payments={payments}
              onCancel={close}
              onDone={(told) => {
                tellOutcomes(told);
                close();
                onDone();
              }}
            />
          )}
        </FormDialog>
      </ChooseBar>
      <Outcomes outcomes={outcomes} />
    </>
  );
}

interface ConfirmProps {
  payments: readonly Payment[];
  onCancel: () => void;
  onDone: (outcomes: Outcome[]) => void;
}

function Confirm({ payments, onCancel, onDone }: ConfirmProps) {
  const { t, kr } = useText();
  const client = useQueryClient();
  const [done, count] = useState<number | null>(null);
  const sum = payments.reduce((total, payment) => total + payment.toPay, 0);
  const attest = async () => {
    const outcomes: Outcome[] = [];
    for (const payment of payments) {
      count(outcomes.length);
      outcomes.push({ payment, problem: await attestOne(payment.id) });
    }
    await client.invalidateQueries();
    onDone(outcomes);
  };
  return (
    <>
      <p>{t('web.payments.chosen', { n: payments.length, sum: kr(sum) })}</p>
      {done === null ? null : (
        <p role="status">{t('web.payments.progress', { done, of: payments.length })}</p>
      )}
      <div className="actions">
        <Button loading={done !== null} onClick={() => void attest()}>
          {t('web.payments.attestChosen')}
        </Button>
        <Button variant="tertiary" onClick={onCancel}>
          {t('web.act.cancel')}
        </Button>
      </div>
    </>
  );
}

async function attestOne(id: string): Promise<Problem | null> {
  try {
    await postAct('payments', id, 'attest');
    return null;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

function Outcomes({ outcomes }: { outcomes: readonly Outcome[] }) {
  const { t, kr } = useText();
  if (outcomes.length === 0) return null;
  const refused = outcomes.filter(({ problem }) => problem);
  return (
    <section role="status">
      <h2>
        {t('web.payments.outcome', { done: outcomes.length - refused.length, refused: refused.length })}
      </h2>
      <PlainTable
        caption={t('web.payments.outcomes')}
        rows={outcomes}
        rowKey={(row) => row.payment.id}
        columns={[
          { header: t('web.payments.case'), cell: ({ payment }) => payment.registryNumber },
          { header: t('web.payments.organisation'), cell: ({ payment }) => payment.organisation.name },
          { header: t('web.payments.toPay'), cell: ({ payment }) => kr(payment.toPay), isNumber: true },
          {
            header: t('web.payments.result'),
            cell: ({ problem }) =>
              problem ? (
                <Refusal problem={problem} />
              ) : (
                <Tag data-color="success">{t('status.payment.attested')}</Tag>
              ),
          },
        ]}
      />
    </section>
  );
}

function Refusal({ problem }: { problem: Problem }) {
  const { t } = useText();
  const said = problem.findings.map((finding) => finding.detail).join(' ');
  return (
    <>
      <Tag data-color="danger">{problem.body.title || t('web.problem.unreachable')}</Tag>
      <span className="under">{said || problem.body.detail}</span>
    </>
  );
}

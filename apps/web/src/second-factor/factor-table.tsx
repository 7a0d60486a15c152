import type { Schemas } from '../api/client.js';
import { api } from '../api/client.js';
import { useText } from '../frame/language.js';
import { FormFrame, useActForm } from '../parts/form.js';
import { FormDialog } from '../parts/form-dialog.js';
import { PlainTable } from '../parts/plain-table.js';
import { SendRow } from '../parts/send-row.js';

type Factor = Schemas['FactorView'];

interface FactorTableProps {
  factors: readonly Factor[];
  onRemoved: () => void;
}

export function FactorTable({ factors, onRemoved }: FactorTableProps) {
  const { t, day, moment } = useText();
  return (
    <PlainTable
      caption={t('web.secondFactor.caption')}
      rows={factors}
      rowKey={(row) => row.id}
      columns={[
        { header: t('web.secondFactor.name'), cell: (row) => row.name },
        { header: t('web.secondFactor.kind'), cell: (row) => t(`web.secondFactor.kind.${row.kind}`) },
        { header: t('web.secondFactor.createdAt'), cell: (row) => day(row.createdAt) },
        {
          header: t('web.secondFactor.lastUsedAt'),
          cell: (row) => (row.lastUsedAt ? moment(row.lastUsedAt) : t('web.secondFactor.never')),
        },
        {
          header: t('web.secondFactor.act'),
          cell: (row) => <Remove factor={row} isLast={factors.length === 1} onRemoved={onRemoved} />,
        },
      ]}
    />
  );
}

interface RemoveProps {
  factor: Factor;
  isLast: boolean;
  onRemoved: () => void;
}

function Remove({ factor: { id, name }, isLast, onRemoved }: RemoveProps) {
  const { t } = useText();
  return (
    <FormDialog
      label={t('web.secondFactor.remove', { name })}
      help={t(isLast ? 'web.secondFactor.removeLast' : 'web.secondFactor.removeHelp')}
      danger
    >
      {(close) => <RemoveForm id={id} onDone={onRemoved} onCancel={close} />}
    </FormDialog>
  );
}

function RemoveForm({ id, onDone, onCancel }: { id: string; onDone: () => void; onCancel: () => void }) {
  const { t } = useText();
  const form = useActForm({
    defaults: {},
    send: () => api.DELETE('/api/v1/second-factor/factors/{id}', { params: { path: { id } } }),
    onDone,
  });
  return (
    <FormFrame form={form}>
      <SendRow
        label={t('action.secondFactor.remove')}
        isSending={form.isSending}
        onCancel={onCancel}
        danger
      />
    </FormFrame>
  );
}

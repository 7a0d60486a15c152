import { useText } from '../frame/language.js';
import { PlainTable } from '../parts/plain-table.js';
import type { DecisionDetail } from './use-decision.js';

/** What an amendment changes of the decision before it. Nothing for a first decision. */
export function DifferenceTables({ decision }: { decision: DecisionDetail }) {
  const { t, kr } = useText();
  const { difference } = decision;
  if (!difference) return null;
  return (
    <section>
      <h2>{t('web.decisions.difference')}</h2>
      <PlainTable
        caption={t('web.decisions.difference')}
        rows={difference.years}
        rowKey={(row) => row.year}
        columns={[
          { header: t('web.decisions.year'), cell: (row) => row.year, foot: t('web.decisions.total') },
          {
            header: t('web.decisions.before'),
            cell: (row) => kr(row.before),
            isNumber: true,
            foot: kr(difference.total.before),
          },
          {
            header: t('web.decisions.after'),
            cell: (row) => kr(row.after),
            isNumber: true,
            foot: kr(difference.total.after),
          },
          {
            header: t('web.decisions.change'),
            cell: (row) => kr(row.change),
            isNumber: true,
            foot: kr(difference.total.change),
          },
        ]}
      />
      <OtherChanges difference={difference} />
    </section>
  );
}

function OtherChanges({ difference }: { difference: NonNullable<DecisionDetail['difference']> }) {
  const { t, named, day } = useText();
  const { conditions, reportsDue, instalments, plan } = difference;
  const duty = (row: { kind: string; year: number; dueOn: string }) =>
    `${named('reportKind', row.kind)} ${row.year}, ${day(row.dueOn)}`;
  const lines = [
    ...conditions.added.map((what) => t('web.decisions.added', { what })),
    ...conditions.removed.map((what) => t('web.decisions.removed', { what })),
    ...reportsDue.added.map((row) => t('web.decisions.added', { what: duty(row) })),
    ...reportsDue.removed.map((row) => t('web.decisions.removed', { what: duty(row) })),
    ...(instalments.length > 0
      ? [t('web.decisions.otherInstalments', { years: instalments.join(', ') })]
      : []),
    ...(plan ? [t('web.decisions.otherPlan')] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

import { useText } from '../frame/language.js';
import { PlainTable } from '../parts/plain-table.js';
import { StatusTag } from '../parts/status-tag.js';
import { grantedOf, totalOf, yearSums } from './sums.js';
import type { DecisionDetail } from './use-decision.js';

/** What was applied for and what is granted, year by year, and whether each year is firm. */
export function DecisionSums({ decision }: { decision: DecisionDetail }) {
  const { t, kr } = useText();
  const rows = yearSums(decision);
  const granted = grantedOf(decision.years);
  const asked = totalOf(decision.requested);
  return (
    <section>
      <h2>{t('web.decisions.sums')}</h2>
      <PlainTable
        caption={t('web.decisions.sums')}
        rows={rows}
        rowKey={(row) => row.year}
        columns={[
          { header: t('web.decisions.year'), cell: (row) => row.year, foot: t('web.decisions.total') },
          {
            header: t('web.decisions.requested'),
            cell: (row) => kr(row.requested),
            isNumber: true,
            foot: kr(asked),
          },
          {
            header: t('web.decisions.granted'),
            cell: (row) => kr(row.granted),
            isNumber: true,
            foot: kr(granted),
          },
          {
            header: t('web.decisions.deviation'),
            cell: (row) => kr(row.deviation),
            isNumber: true,
            foot: kr(granted - asked),
          },
          {
            header: t('web.decisions.certainty'),
            cell: (row) => (
              <>
                {row.status ? <StatusTag subject="decisionYear" status={row.status} /> : '–'}
                {row.lapseReason ? <span className="under">{row.lapseReason}</span> : null}
              </>
            ),
          },
        ]}
      />
      {decision.years.some((row) => row.status === 'conditional') ? (
        <p className="quiet">{t('web.decisions.conditionalHelp')}</p>
      ) : null}
    </section>
  );
}

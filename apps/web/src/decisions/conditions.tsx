import { Tag } from '@digdir/designsystemet-react';
import { useText } from '../frame/language.js';
import { usePeople } from '../parts/people.js';
import { PlainTable } from '../parts/plain-table.js';
import type { DecisionDetail } from './use-decision.js';

/** The conditions with what was said of each, and how the money is to be paid and reported. */
export function Conditions({ decision }: { decision: DecisionDetail }) {
  const { t } = useText();
  if (decision.outcome !== 'approve') return null;
  return (
    <>
      <section>
        <h2>{t('web.decisions.conditions')}</h2>
        {decision.conditions.length === 0 ? (
          <p>{t('web.decisions.noConditions')}</p>
        ) : (
          <ol className="conditions">
            {decision.conditions.map((words, place) => (
              <li key={place}>
                {words}
                <Judgement decision={decision} condition={place + 1} />
              </li>
            ))}
          </ol>
        )}
      </section>
      <Plan decision={decision} />
    </>
  );
}

/** The last word on one condition. */
function Judgement({ decision, condition }: { decision: DecisionDetail; condition: number }) {
  const { named, day } = useText();
  const nameOf = usePeople();
  const said = decision.conditionJudgements.filter((each) => each.condition === condition).at(-1);
  if (!said) return null;
  return (
    <p className="under">
      <Tag data-color={said.outcome === 'met' ? 'success' : 'danger'}>
        {named('findingOutcome', said.outcome)}
      </Tag>{' '}
      {said.motive} ({nameOf(said.judgedBy)}, {day(said.judgedAt)})
    </p>
  );
}

/** What a proposal says of instalments and reports; once decided, the payments and reports themselves are shown. */
function Plan({ decision }: { decision: DecisionDetail }) {
  const { t, named, day, percent } = useText();
  if (decision.status !== 'proposed' && decision.status !== 'returned') return null;
  return (
    <section>
      <h2>{t('web.decisions.plan')}</h2>
      {decision.instalments.length > 0 ? (
        <PlainTable
          caption={t('web.decisions.instalments')}
          rows={decision.instalments.map((row, place) => ({ ...row, place }))}
          rowKey={(row) => row.place}
          columns={[
            { header: t('web.decisions.instalment'), cell: (row) => row.year },
            { header: t('web.decisions.percent'), cell: (row) => percent(row.share), isNumber: true },
          ]}
        />
      ) : (
        <p>{t('web.decisions.oneInstalment')}</p>
      )}
      <PlainTable
        caption={t('web.decisions.reportsDue')}
        rows={decision.reportsDue}
        rowKey={(row) => `${row.kind}${row.year}`}
        columns={[
          {
            header: t('web.decisions.reportKind'),
            cell: (row) => `${named('reportKind', row.kind)} ${row.year}`,
          },
          { header: t('web.decisions.dueOn'), cell: (row) => day(row.dueOn) },
        ]}
      />
    </section>
  );
}

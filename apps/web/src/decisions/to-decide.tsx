import { Button, Tag } from '@digdir/designsystemet-react';
import { Link } from 'react-router';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Actions } from '../parts/actions.js';
import { Empty } from '../parts/empty.js';
import { usePeople } from '../parts/people.js';
import { PlainTable, type PlainColumn } from '../parts/plain-table.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { useList } from '../parts/use-list.js';
import { Waiting } from '../parts/waiting.js';
import { ApproveForm } from './approve-form.js';
import { FundsOfQueue } from './funds-of-queue.js';
import { ReturnForm } from './small-forms.js';
import { grantedOf, totalOf, yearSums } from './sums.js';

type Decision = Schemas['DecisionItem'];

/** The proposals, the one that has waited longest first. */
export function ToDecide() {
  const { t } = useText();
  const { rows, error, more, total } = useList<Decision>('/api/v1/decisions', {
    status: 'proposed',
    sort: 'proposedAt',
  });
  const columns = useColumns();
  if (rows === undefined) return error ? <ProblemNotice error={error} /> : <Waiting />;
  if (rows.length === 0)
    return (
      <Empty title={t('web.decisions.emptyQueueTitle')}>
        <p>{t('web.decisions.emptyQueue')}</p>
      </Empty>
    );
  return (
    <>
      <ProblemNotice error={error} />
      <p className="count" role="status">
        {t('web.decisions.waiting', { total })}
      </p>
      <div className="queue">
        <PlainTable
          caption={t('web.decisions.toDecide')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
        />
      </div>
      {more ? (
        <Button variant="secondary" onClick={more}>
          {t('web.list.more')}
        </Button>
      ) : null}
      <FundsOfQueue decisions={rows} />
    </>
  );
}

const ACTS = { approve: { form: ApproveForm }, return: { form: ReturnForm } };

function useColumns(): PlainColumn<Decision>[] {
  const { t, named, kr, day } = useText();
  const nameOf = usePeople();
  return [
    {
      header: t('web.decisions.case'),
      cell: (row) => (
        <>
          <Link to={`/beslut/${row.id}`}>{row.title}</Link>
          <span className="under">
            {row.registryNumber} · {row.organisation.name}
          </span>
          {row.amendsId ? <Tag data-color="info">{t('web.decisions.isAmendment')}</Tag> : null}
        </>
      ),
    },
    {
      header: t('web.decisions.proposal'),
      cell: (row) => (
        <>
          {named('decisionOutcome', row.outcome)}
          <span className="under">{nameOf(row.preparedBy)}</span>
          <span className="under">{day(row.proposedAt)}</span>
        </>
      ),
    },
    { header: t('web.decisions.perYear'), cell: (row) => <PerYear decision={row} /> },
    {
      header: t('web.decisions.requested'),
      isNumber: true,
      cell: (row) => kr(totalOf(row.requested)),
    },
    {
      header: t('web.decisions.granted'),
      isNumber: true,
      cell: (row) => <Granted decision={row} />,
    },
    { header: t('web.decisions.rules'), cell: (row) => <RuleCounts of={row.rules} /> },
    {
      header: t('web.decisions.decide'),
      cell: (row) => (
        <Actions
          subject="decision"
          collection="decisions"
          id={row.id}
          actions={row.actions}
          acts={ACTS}
          inRow
        />
      ),
    },
  ];
}

function PerYear({ decision }: { decision: Decision }) {
  const { kr } = useText();
  if (decision.years.length === 0) return '–';
  return (
    <dl className="per-year">
      {yearSums(decision).map(({ year, granted }) => (
        <div key={year}>
          <dt>{year}</dt>
          <dd>{kr(granted ?? 0)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The sum, and how far from what was asked for. */
function Granted({ decision }: { decision: Decision }) {
  const { t, kr, percent } = useText();
  const granted = grantedOf(decision.years);
  const asked = totalOf(decision.requested);
  return (
    <>
      {kr(granted)}
      <span className="under">
        {granted === asked || asked === 0
          ? t('web.decisions.asAsked')
          : t('web.decisions.shareOfAsked', { share: percent(Math.round((granted / asked) * 100) / 100) })}
      </span>
    </>
  );
}

export function RuleCounts({ of }: { of: Schemas['RuleOutcomes'] }) {
  const { t } = useText();
  return (
    <span className="rule-counts">
      {of.notMet > 0 ? (
        <Tag data-color="danger">{t('web.decisions.rulesNotMet', { n: of.notMet })}</Tag>
      ) : null}
      {of.needsJudgement > 0 ? (
        <Tag data-color="warning">{t('web.decisions.rulesToJudge', { n: of.needsJudgement })}</Tag>
      ) : null}
      <Tag data-color="success">{t('web.decisions.rulesMet', { n: of.met })}</Tag>
    </span>
  );
}

import { Tag } from '@digdir/designsystemet-react';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Actions } from '../parts/actions.js';
import type { Column } from '../parts/data-table.js';
import { Empty } from '../parts/empty.js';
import { List } from '../parts/list.js';
import { usePeople } from '../parts/people.js';
import { useFilters } from '../parts/use-filters.js';
import { useList } from '../parts/use-list.js';
import { ApproveForm } from './approve-form.js';
import { FundsOfQueue } from './funds-of-queue.js';
import { ReturnForm } from './small-forms.js';
import { grantedOf, totalOf, yearSums } from './sums.js';

type Decision = Schemas['DecisionItem'];

/** The proposals, the one that has waited longest first. */
export function ToDecide() {
  const { t } = useText();
  const [{ sort = 'proposedAt' }, set] = useFilters(['sort']);
  const list = useList<Decision>('/api/v1/decisions', { status: 'proposed', sort });
  const columns = useColumns();
  if (list.rows?.length === 0)
    return (
      <Empty title={t('web.decisions.emptyQueueTitle')}>
        <p>{t('web.decisions.emptyQueue')}</p>
      </Empty>
    );
  return (
    <>
      <div className="queue">
        <List
          name="queue"
          caption={t('web.decisions.toDecide')}
          list={list}
          columns={columns}
          rowKey={(row) => row.id}
          href={(row) => `/beslut/${row.id}`}
          sort={sort}
          onSort={(next) => set({ sort: next })}
          empty={null}
        />
      </div>
      {list.rows ? <FundsOfQueue decisions={list.rows} /> : null}
    </>
  );
}

const ACTS = { approve: { form: ApproveForm }, return: { form: ReturnForm } };

function useColumns(): Column<Decision>[] {
  const { t, named, kr, day } = useText();
  const nameOf = usePeople();
  return [
    {
      code: 'case',
      header: t('web.decisions.case'),
      cell: (row) => row.title,
      under: (row) => (
        <>
          <span className="under">
            {row.registryNumber} · {row.organisation.name}
          </span>
          {row.amendsId ? <Tag data-color="info">{t('web.decisions.isAmendment')}</Tag> : null}
        </>
      ),
    },
    {
      code: 'proposedAt',
      header: t('web.decisions.proposal'),
      sorts: true,
      cell: (row) => (
        <>
          {named('decisionOutcome', row.outcome)}
          <span className="under">{nameOf(row.preparedBy)}</span>
          <span className="under">{day(row.proposedAt)}</span>
        </>
      ),
    },
    { code: 'perYear', header: t('web.decisions.perYear'), cell: (row) => <PerYear decision={row} /> },
    {
      code: 'requested',
      header: t('web.decisions.requested'),
      isNumber: true,
      cell: (row) => kr(totalOf(row.requested)),
    },
    {
      code: 'granted',
      header: t('web.decisions.granted'),
      isNumber: true,
      cell: (row) => <Granted decision={row} />,
    },
    { code: 'rules', header: t('web.decisions.rules'), cell: (row) => <RuleCounts of={row.rules} /> },
    {
      code: 'acts',
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

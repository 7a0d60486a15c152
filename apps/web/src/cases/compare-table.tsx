import { Table } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { computeBudgetTotal } from '#domain/applications/budget-sums';
import { formatShare } from '#domain/shared/share';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { StatusTag } from '../parts/status-tag.js';
import { criterionName } from './assessments.js';
import { useColleagues } from '../parts/people.js';
import { askedIn, costOf, criteriaOf, kindsOf, scoreOf, yearsOf } from './compare.js';
import { VerdictTag } from './finding-line.js';

export interface Compared {
  one: Schemas['ApplicationDetail'];
  verdict: Schemas['Checks']['verdict'] | undefined;
}

type Row = readonly [name: string, cell: (each: Compared) => ReactNode];

interface CompareTableProps {
  compared: readonly Compared[];
  removeOf: (id: string) => ReactNode;
}

export function CompareTable({ compared, removeOf }: CompareTableProps) {
  const { t } = useText();
  const groups = useGroups(compared);
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={t('web.compare.title')}>
      <Table border className="plain compare">
        <caption className="sr-only">{t('web.compare.title')}</caption>
        <Table.Head>
          <Table.Row>
            <td />
            {compared.map(({ one }) => (
              <Table.HeaderCell key={one.id} scope="col">
                <Link to={`/arenden/${one.id}`}>{one.organisation.name}</Link>
                <div className="quiet">{one.registryNumber ?? '–'}</div>
                {removeOf(one.id)}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        {groups.map(([title, rows]) => (
          <Table.Body key={title}>
            <Table.Row className="group">
              <th scope="rowgroup" colSpan={compared.length + 1}>
                {title}
              </th>
            </Table.Row>
            {rows.map(([name, cell]) => (
              <Table.Row key={name}>
                <th scope="row">{name}</th>
                {compared.map((each) => (
                  <Table.Cell key={each.one.id}>{cell(each)}</Table.Cell>
                ))}
              </Table.Row>
            ))}
          </Table.Body>
        ))}
      </Table>
    </div>
  );
}

function useGroups(compared: readonly Compared[]): [title: string, rows: Row[]][] {
  const { t, named, kr, day, number } = useText();
  const { name } = useColleagues();
  const cases = compared.map(({ one }) => one);
  const share = ({ one }: Compared) => {
    const { requested, costs } = computeBudgetTotal(one);
    const percent = formatShare(requested, costs);
    return percent === null ? '–' : `${number(Number(percent))} %`;
  };
  const facts: Row[] = [
    [t('web.work.title.column'), ({ one }) => one.title],
    [t('web.work.status'), ({ one }) => <StatusTag subject="application" status={one.status} />],
    [t('web.case.checks'), ({ verdict }) => (verdict ? <VerdictTag verdict={verdict} /> : '–')],
    [t('web.case.submittedAt'), ({ one }) => day(one.submittedAt)],
    [t('web.case.assignedTo'), ({ one }) => name(one.assignedTo) ?? '–'],
    [
      t('web.compare.areas'),
      ({ one }) =>
        areasOf(one)
          .map((area) => named('priorityArea', area))
          .join(', ') || '–',
    ],
    [t('web.compare.activities'), ({ one }) => one.activities.length],
  ];
  const asked: Row[] = [
    ...yearsOf(cases).map((year): Row => [String(year), ({ one }) => kr(askedIn(one, year))]),
    [t('web.content.total'), ({ one }) => kr(computeBudgetTotal(one).requested)],
    [t('web.content.share'), share],
  ];
  const costs: Row[] = [
    ...kindsOf(cases).map((kind): Row => [named('costKind', kind), ({ one }) => kr(costOf(one, kind))]),
    [t('web.content.costs'), ({ one }) => kr(computeBudgetTotal(one).costs)],
    [t('web.compare.ownMoney'), ({ one }) => kr(computeBudgetTotal(one).ownMoney)],
  ];
  const scores = criteriaOf(cases).map((code): Row => [
    criterionName(t, code),
    ({ one }) => number(scoreOf(one, code)),
  ]);
  return [
    [t('web.compare.facts'), facts],
    [t('web.compare.asked'), asked],
    [t('web.compare.costs'), costs],
    ...(scores.length > 0 ? [[t('web.compare.scores'), scores] as [string, Row[]]] : []),
  ];
}

const areasOf = (one: Schemas['ApplicationDetail']) => [
  ...new Set(one.activities.flatMap(({ priorityArea }) => (priorityArea === null ? [] : [priorityArea]))),
];

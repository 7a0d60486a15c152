import { Button, Table, Tag } from '@digdir/designsystemet-react';
import { useRef } from 'react';
import { Link } from 'react-router';
import { reportLifecycle } from '#domain/reports/report.lifecycle';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Empty } from '../parts/empty.js';
import { Filters } from '../parts/filters.js';
import { PageHead } from '../parts/page-head.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { StatusTag } from '../parts/status-tag.js';
import { useFilters } from '../parts/use-filters.js';
import { useList } from '../parts/use-list.js';
import { useRowKeys } from '../parts/use-row-keys.js';
import { Waiting } from '../parts/waiting.js';
import { useSession } from '../session/session.js';
import { byMonth, type Group } from './by-month.js';
import './reports.css';

type Report = Schemas['ReportItem'];

export function Component() {
  const { t, named } = useText();
  const [filters, set] = useFilters(['status', 'year', 'dueBefore']);
  const { rows, total, error, more } = useList<Report>('/api/v1/reports', filters, 200);
  return (
    <>
      <PageHead title={t('web.reports.title')} />
      <Filters
        of={[
          {
            kind: 'choice',
            name: 'status',
            label: t('web.reports.status'),
            options: reportLifecycle.states.map((value) => ({ value, label: named('status.report', value) })),
          },
          { kind: 'number', name: 'year', label: t('web.reports.year') },
          { kind: 'day', name: 'dueBefore', label: t('web.reports.dueBefore') },
        ]}
        values={filters}
        set={set}
      />
      <ProblemNotice error={error} />
      {rows === undefined ? error ? null : <Waiting lines={10} /> : null}
      {rows ? (
        <p className="count" role="status">
          {t('web.list.total', { total })}
        </p>
      ) : null}
      {rows?.length === 0 ? (
        <Empty title={t('web.list.empty')}>
          <p>{t('web.reports.empty')}</p>
        </Empty>
      ) : null}
      {rows && rows.length > 0 ? <Calendar groups={byMonth(rows)} /> : null}
      {more ? (
        <Button variant="secondary" onClick={more}>
          {t('web.list.more')}
        </Button>
      ) : null}
    </>
  );
}

function Calendar({ groups }: { groups: Group<Report>[] }) {
  const { t } = useText();
  const isOfficer = !useSession().user?.organisation;
  const table = useRef<HTMLTableElement>(null);
  useRowKeys(table);
  const columns = isOfficer ? 6 : 5;
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={t('web.reports.caption')}>
      <Table border ref={table} className="calendar">
        <caption className="sr-only">{t('web.reports.caption')}</caption>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell>{t('web.reports.report')}</Table.HeaderCell>
            <Table.HeaderCell>{t('web.reports.dueOn')}</Table.HeaderCell>
            <Table.HeaderCell>{t('web.reports.status')}</Table.HeaderCell>
            {isOfficer ? <Table.HeaderCell>{t('web.reports.organisation')}</Table.HeaderCell> : null}
            <Table.HeaderCell>{t('web.reports.project')}</Table.HeaderCell>
            <Table.HeaderCell>{t('web.reports.registryNumber')}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        {groups.map((group) => (
          <tbody key={group.key}>
            <tr className="month">
              <th scope="rowgroup" colSpan={columns}>
                <GroupName group={group} />
              </th>
            </tr>
            {group.rows.map((report) => (
              <Row key={report.id} report={report} isOfficer={isOfficer} />
            ))}
          </tbody>
        ))}
      </Table>
    </div>
  );
}

const MONTHS = {
  sv: new Intl.DateTimeFormat('sv-SE', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
};

function GroupName({ group: { key, rows } }: { group: Group<Report> }) {
  const { t, language } = useText();
  const name =
    key === 'overdue' || key === 'done' || key === 'read'
      ? t(`web.reports.group.${key}`)
      : MONTHS[language].format(new Date(`${key}-01T12:00:00Z`));
  return (
    <>
      {name} <span className="quiet">({rows.length})</span>
    </>
  );
}

function Row({ report, isOfficer }: { report: Report; isOfficer: boolean }) {
  const { t, named, day } = useText();
  return (
    <Table.Row>
      <th scope="row">
        <Link to={`/redovisningar/${report.id}`} data-row>
          {t('web.reports.reportOf', { kind: named('reportKind', report.kind), year: report.year })}
        </Link>
      </th>
      <Table.Cell>{day(report.dueOn)}</Table.Cell>
      <Table.Cell>
        <span className="tags">
          <StatusTag subject="report" status={report.status} />
          {report.isOverdue ? <Tag data-color="danger">{t('web.reports.overdue')}</Tag> : null}
        </span>
      </Table.Cell>
      {isOfficer ? <Table.Cell>{report.organisation.name}</Table.Cell> : null}
      <Table.Cell>{report.title}</Table.Cell>
      <Table.Cell>{report.registryNumber}</Table.Cell>
    </Table.Row>
  );
}

import { Alert, Button, Tag } from '@digdir/designsystemet-react';
import { Link, useParams } from 'react-router';
import { queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Actions } from '../parts/actions.js';
import { Facts } from '../parts/facts.js';
import { Loaded } from '../parts/loaded.js';
import { PageHead } from '../parts/page-head.js';
import { StatusTag } from '../parts/status-tag.js';
import { useSession } from '../session/session.js';
import { CompletionForm } from './completion-form.js';
import { ReportForm } from './report-form.js';
import { ReportRead } from './report-read.js';
import './reports.css';

type Report = Schemas['ReportDetail'];

export function Component() {
  const id = useParams()['id']!;
  const query = queries.useQuery('get', '/api/v1/reports/{id}', { params: { path: { id } } });
  return (
    <Loaded query={query}>
      {(report) => (
        <div className="report">
          <Head report={report} />
          <Receipt report={report} />
          <Asked report={report} />
          {report.actions.includes('edit') ? (
            <ReportForm key={report.id} report={report} />
          ) : (
            <ReportRead report={report} />
          )}
        </div>
      )}
    </Loaded>
  );
}

function Head({ report }: { report: Report }) {
  const { t, named, day, moment } = useText();
  const isOfficer = !useSession().user?.organisation;
  return (
    <PageHead
      title={t('web.reports.reportOf', { kind: named('reportKind', report.kind), year: report.year })}
      over={<Link to="/redovisningar">{t('web.reports.title')}</Link>}
      beside={
        <span className="tags">
          <StatusTag subject="report" status={report.status} />
          {report.isOverdue ? <Tag data-color="danger">{t('web.reports.overdue')}</Tag> : null}
        </span>
      }
      actions={
        <Actions
          subject="report"
          collection="reports"
          id={report.id}
          actions={report.actions}
          acts={{ approve: {}, 'request-completion': { form: CompletionForm } }}
        />
      }
    >
      <Facts
        of={[
          [t('web.reports.project'), report.title],
          [t('web.reports.organisation'), report.organisation.name],
          [
            t('web.report.case'),
            <Link
              key="case"
              to={isOfficer ? `/arenden/${report.applicationId}` : `/ansokningar/${report.applicationId}`}
            >
              {report.registryNumber}
            </Link>,
          ],
          [t('web.reports.dueOn'), day(report.dueOn)],
          [t('web.report.submittedAt'), report.submittedAt ? moment(report.submittedAt) : undefined],
          [t('web.report.approvedAt'), report.approvedAt ? moment(report.approvedAt) : undefined],
        ]}
      />
    </PageHead>
  );
}

/** For the recipient, once it is handed in. */
function Receipt({ report }: { report: Report }) {
  const { t, moment } = useText();
  const { user } = useSession();
  if (report.status !== 'submitted' || !report.submittedAt || !user?.organisation) return null;
  const { organisation, registryNumber } = report;
  return (
    <Alert data-color="success" className="problem">
      <h2>{t('web.report.submitted')}</h2>
      <p>
        {t('web.report.receipt', {
          at: moment(report.submittedAt),
          organisation: organisation.name,
          registryNumber,
        })}
      </p>
      <Button variant="secondary" onClick={() => window.print()}>
        {t('web.report.print')}
      </Button>
    </Alert>
  );
}

/** What the agency has asked for: more in the report, or proof of what is in it. */
function Asked({ report: { completion, evidenceDemand, status } }: { report: Report }) {
  const { t, day } = useText();
  return (
    <>
      {status === 'upcoming' ? <Alert data-color="info">{t('web.report.upcoming')}</Alert> : null}
      {completion ? (
        <Alert data-color="warning" className="problem">
          <h2>{t('web.report.completion')}</h2>
          <ul>
            {completion.items.map(({ text }, place) => (
              <li key={place}>{text}</li>
            ))}
          </ul>
          <p>{t('web.report.completionUntil', { dueOn: day(completion.dueOn) })}</p>
        </Alert>
      ) : null}
      {evidenceDemand ? (
        <Alert data-color={evidenceDemand.status === 'accepted' ? 'success' : 'warning'} className="problem">
          <h2>
            {t('web.report.demand')} <StatusTag subject="evidenceDemand" status={evidenceDemand.status} />
          </h2>
          <p>{t('web.report.demandHelp')}</p>
          <Link to={`/redovisningar/underlag/${evidenceDemand.id}`}>{t('web.report.toDemand')}</Link>
        </Alert>
      ) : null}
    </>
  );
}

import { Button } from '@digdir/designsystemet-react';
import { queries } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Facts } from '../parts/facts.js';
import { PageHead } from '../parts/page-head.js';
import { StatusTag } from '../parts/status-tag.js';
import { CaseActions } from './case-actions.js';
import { AttachmentList, attachmentsOf } from './attachments.js';
import type { Application } from './content.js';
import { ContentRead } from './content-read.js';
import { DecisionOfCase } from './decision-of-case.js';
import { LettersOfCase } from './letters-of-case.js';
import { Receipt } from './receipt.js';
import { Timeline } from './timeline.js';

/** A decision is the recipient's to read once it is made. */
const MADE = ['approved', 'superseded', 'revoked'];

/** The case after it was handed in: where it is, what was decided, and what was written. */
export function CaseView({ application }: { application: Application }) {
  const { t, named, kr } = useText();
  const requested = application.requested.reduce((sum, { amount }) => sum + amount, 0);
  const attachments = attachmentsOf(application);
  const made = application.decisions.filter(({ status }) => MADE.includes(status));
  const decisions = queries.useQuery('get', '/api/v1/decisions', {
    params: { query: { applicationId: application.id, limit: 100 } },
  });
  return (
    <>
      <PageHead
        over={[application.registryNumber, application.call.title].filter(Boolean).join(' · ')}
        title={application.title || t('web.applications.untitled')}
        beside={<StatusTag subject="application" status={application.status} />}
        actions={
          <Button variant="tertiary" className="no-print" onClick={() => print()}>
            {t('web.applications.print')}
          </Button>
        }
      >
        <CaseActions application={application} />
      </PageHead>
      <Receipt application={application} />
      <p>{named('web.applications.whereIs', application.status)}</p>
      <Facts
        of={[
          [t('form.organisation'), application.organisation.name],
          [t('form.requested'), kr(requested)],
        ]}
      />
      {made.map(({ id }) => (
        <DecisionOfCase key={id} id={id} />
      ))}
      <div className="two">
        <section>
          <h2>{t('web.applications.timeline')}</h2>
          <Timeline application={application} decisions={decisions.data?.items ?? []} />
        </section>
        <LettersOfCase applicationId={application.id} />
      </div>
      <h2>{t('web.applications.content')}</h2>
      <ContentRead application={application} />
      {attachments ? (
        <>
          <h3>{t('web.applications.attachments')}</h3>
          <AttachmentList application={application} attachments={attachments} />
        </>
      ) : null}
    </>
  );
}

import { Alert } from '@digdir/designsystemet-react';
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { useText } from '../frame/language.js';
import { Facts } from '../parts/facts.js';
import { useColleagues } from '../parts/people.js';
import type { Application } from './content.js';

/** That it was handed in: number, time, who signed, and the checksum of exactly what was signed. */
export function Receipt({ application }: { application: Application }) {
  const { t, moment } = useText();
  const { name: nameOf } = useColleagues();
  const state = useLocation().state as { handedIn?: boolean } | null;
  const receipt = useRef<HTMLDivElement>(null);
  const last = application.submissions.at(-1);
  const isNew = state?.handedIn === true;
  useEffect(() => {
    if (isNew) receipt.current?.focus();
  }, [isNew]);
  if (!last) return null;
  return (
    <div ref={receipt} tabIndex={-1} className="receipt">
      <Alert data-color={isNew ? 'success' : 'info'}>
        <h2>{t(isNew ? 'web.applications.receipt.new' : 'web.applications.receipt.title')}</h2>
        {isNew ? <p>{t('web.applications.receipt.help')}</p> : null}
        <Facts
          of={[
            [t('web.applications.registryNumber'), application.registryNumber],
            [t('web.applications.receipt.at'), moment(last.submittedAt)],
            [t('web.applications.receipt.by'), nameOf(last.submittedBy)],
            [t('web.applications.receipt.number'), last.number],
          ]}
        />
        <p>
          <span className="quiet">{t('web.applications.receipt.sha256')}</span>
          <br />
          <code>{last.contentSha256}</code>
        </p>
      </Alert>
    </div>
  );
}

import { Alert } from '@digdir/designsystemet-react';
import { hasText } from '#text/web';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Facts } from '../parts/facts.js';

type Verification = Schemas['VerificationView'];

/** A clear yes or no, and what follows of it. */
export function VerificationAnswer({ of }: { of: Verification }) {
  const { t } = useText();
  return (
    <Alert data-color={of.verified ? 'success' : 'danger'} className="answer">
      <h2>{t(of.verified ? 'web.verify.yes' : 'web.verify.no')}</h2>
      {of.verified ? (
        <Genuine of={of} />
      ) : (
        <>
          <p>{t('web.verify.noHelp')}</p>
          <p>{t('web.verify.noDo')}</p>
        </>
      )}
      <p className="quiet">
        {t('web.verify.sha256')}: <span className="checksum">{of.sha256}</span>
      </p>
    </Alert>
  );
}

function Genuine({
  of: { registryNumber, kind, day: written, sealedAt, decisionStatus },
}: {
  of: Verification;
}) {
  const { t, named, day, moment } = useText();
  const holds = `web.verify.status.${decisionStatus}`;
  return (
    <>
      <p>{t('web.verify.yesHelp', { registryNumber })}</p>
      <Facts
        of={[
          [t('web.verify.kind'), named('letterKind', kind)],
          [t('web.verify.day'), day(written)],
          [t('web.verify.sealedAt'), moment(sealedAt)],
          [t('web.verify.status'), hasText(holds) ? t(holds) : undefined],
        ]}
      />
    </>
  );
}

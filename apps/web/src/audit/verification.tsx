import { Alert, Button } from '@digdir/designsystemet-react';
import { useMutation } from '@tanstack/react-query';
import { api, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { useEventWords } from './event-columns.js';

/** Whether the trail is whole: asked for, for it reads every event. */
export function Verification() {
  const { t } = useText();
  const verify = useMutation({
    mutationFn: () => api.GET('/api/v1/audit/verification').then((answer) => answer.data!),
  });
  return (
    <section aria-labelledby="verify" className="verification">
      <h2 id="verify">{t('web.audit.verify')}</h2>
      <p>{t('web.audit.verifyHelp')}</p>
      <p>
        <Button variant="secondary" onClick={() => verify.mutate()} loading={verify.isPending}>
          {t('web.audit.verifyNow')}
        </Button>
      </p>
      <div role="status">{verify.data ? <Answer of={verify.data} /> : null}</div>
      <ProblemNotice error={verify.error} />
    </section>
  );
}

type Verified = Schemas['AuditVerification'];

function Answer({ of: { ok, events, firstBroken, head, seals } }: { of: Verified }) {
  const { t } = useText();
  return (
    <Alert data-color={ok ? 'success' : 'danger'}>
      <h3>{t(ok ? 'web.audit.whole' : 'web.audit.broken')}</h3>
      {firstBroken ? <Broken of={firstBroken} /> : <p>{t('web.audit.wholeHelp', { events })}</p>}
      <LastSeal of={seals} />
      <p>
        {t('web.audit.head')}: <span className="checksum">{head}</span>
      </p>
      <p>{t('web.audit.headHelp')}</p>
    </Alert>
  );
}

function Broken({
  of: { subjectType, subjectId, seq, fault },
}: {
  of: NonNullable<Verified['firstBroken']>;
}) {
  const { t } = useText();
  const { subject } = useEventWords();
  return (
    <>
      <p>{t(`web.audit.fault.${fault}`, { seq, subject: subject(subjectType), id: subjectId })}</p>
      <p>{t('web.audit.brokenHelp')}</p>
    </>
  );
}

function LastSeal({ of: { last, unsealed } }: { of: Verified['seals'] }) {
  const { t, moment } = useText();
  if (!last) return <p>{t('web.audit.noSeal')}</p>;
  const { number, at, keyId, hash } = last;
  return (
    <>
      <p>{t('web.audit.seal', { number, at: moment(at), unsealed, keyId })}</p>
      <p>
        {t('web.audit.sealHash')}: <span className="checksum">{hash}</span>
      </p>
    </>
  );
}

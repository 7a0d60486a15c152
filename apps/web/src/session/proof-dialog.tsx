import { Button, Dialog } from '@digdir/designsystemet-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { onProofDemanded } from '../api/client.js';
import { useText } from '../frame/language.js';
import { useSigning } from './session.js';

const SecondStep = lazy(() => import('./second-step.js').then(({ SecondStep: form }) => ({ default: form })));

/** Asks for a proof on top of the page, whenever an act is refused for want of one; the act is then sent again as it was. */
export function ProofDialog() {
  const { t } = useText();
  const { enter, look } = useSigning();
  const dialog = useRef<HTMLDialogElement>(null);
  const [answer, ask] = useState<((isProven: boolean) => void) | null>(null);
  useEffect(
    () =>
      onProofDemanded(async (problem) => {
        // Who has nothing to prove with adds something first: the page that is open says so.
        if (problem.code === 'secondFactorRequired' && (await look()).secondFactor === 'enrol') return false;
        return new Promise<boolean>((settle) => ask(() => settle));
      }),
    [look],
  );
  const close = (isProven: boolean) => {
    answer?.(isProven);
    ask(null);
  };
  return (
    <Dialog
      ref={dialog}
      open={answer !== null}
      onClose={() => close(false)}
      closedby="none"
      closeButton={false}
      className="act"
      aria-label={t('web.proof.title')}
    >
      {answer ? (
        <Dialog.Block>
          <h2>{t('web.proof.title')}</h2>
          <p>{t('web.proof.again')}</p>
          <Suspense>
            <SecondStep
              onDone={(session) => {
                enter(session);
                close(true);
              }}
            />
          </Suspense>
          <Button variant="tertiary" onClick={() => close(false)}>
            {t('web.act.cancel')}
          </Button>
        </Dialog.Block>
      ) : null}
    </Dialog>
  );
}

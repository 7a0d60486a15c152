import { Button, Dialog } from '@digdir/designsystemet-react';
import { useText } from '../frame/language.js';
import { SecondStep } from './second-step.js';
import { useSigning } from './session.js';

export function Proof({ onClose }: { onClose: (isProven: boolean) => void }) {
  const { t } = useText();
  const { enter } = useSigning();
  return (
    <Dialog
      open
      onClose={() => onClose(false)}
      closedby="none"
      closeButton={false}
      className="act"
      aria-label={t('web.proof.title')}
    >
      <Dialog.Block>
        <h2>{t('web.proof.title')}</h2>
        <p>{t('web.proof.again')}</p>
        <SecondStep
          onDone={(session) => {
            enter(session);
            onClose(true);
          }}
        />
        <Button variant="tertiary" onClick={() => onClose(false)}>
          {t('web.act.cancel')}
        </Button>
      </Dialog.Block>
    </Dialog>
  );
}

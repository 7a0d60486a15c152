import { Button } from '@digdir/designsystemet-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useText } from '../frame/language.js';
import { isTyping } from './use-row-keys.js';

/** Fetched by whoever asks. */
const KeysDialog = lazy(() =>
  import('./keys-dialog.js').then(({ KeysDialog: dialog }) => ({ default: dialog })),
);

/** A button that shows what a list is walked through with; so does `?`. */
export function KeysHelp({ canChoose }: { canChoose: boolean }) {
  const { t } = useText();
  const [isOpen, open] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === '?' && !isTyping(event.target)) open(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <Button variant="tertiary" className="keys-help" onClick={() => open(true)}>
        {t('web.keys.title')} <kbd>?</kbd>
      </Button>
      {isOpen ? (
        <Suspense>
          <KeysDialog canChoose={canChoose} onClose={() => open(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

import { Dialog } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { onUnauthenticated } from '../api/client.js';
import { useText } from '../frame/language.js';
import { useSession } from './session.js';

/** Fetched when it is needed, and while the server can still be reached. */
const SignInForm = lazy(() =>
  import('./sign-in-form.js').then(({ SignInForm: form }) => ({ default: form })),
);

/** A session that ends in mid-work is renewed on top of the page: what was typed stays where it is. */
export function SessionEnded() {
  const { t } = useText();
  const { user } = useSession();
  const client = useQueryClient();
  const dialog = useRef<HTMLDialogElement>(null);
  const [hasEnded, end] = useState(false);
  useEffect(() => onUnauthenticated(() => end(true)), []);
  const isOpen = hasEnded && !!user;
  return (
    <Dialog ref={dialog} open={isOpen} onClose={() => end(false)} closedby="none" closeButton={false}>
      <Dialog.Block>
        <h2>{t('web.signIn.endedTitle')}</h2>
        <p>{t('web.signIn.endedHelp')}</p>
        {isOpen ? (
          <Suspense>
            <SignInForm
              onDone={() => {
                end(false);
                void client.invalidateQueries();
              }}
            />
          </Suspense>
        ) : null}
      </Dialog.Block>
    </Dialog>
  );
}

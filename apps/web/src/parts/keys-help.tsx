import { Button, Dialog } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import type { TextCode } from '#text/web';
import { useText } from '../frame/language.js';
import { isTyping } from './use-row-keys.js';

interface KeysHelpProps {
  /** Each key with what it does: `['j', 'web.keys.next']`. */
  keys: readonly (readonly [key: string, does: TextCode])[];
}

/** What a list is walked with; one whose rows can be chosen adds `['x', 'web.keys.choose']`. */
export const LIST_KEYS: KeysHelpProps['keys'] = [
  ['j', 'web.keys.next'],
  ['k', 'web.keys.previous'],
  ['Enter', 'web.keys.open'],
  ['/', 'web.keys.search'],
  ['?', 'web.keys.help'],
];

/** A button that shows the keys of the page; so does `?`. */
export function KeysHelp({ keys }: KeysHelpProps) {
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
      <Button variant="tertiary" onClick={() => open(true)}>
        {t('web.keys.title')} <kbd>?</kbd>
      </Button>
      <Dialog open={isOpen} onClose={() => open(false)} closedby="any" aria-label={t('web.keys.title')}>
        {isOpen ? (
          <Dialog.Block>
            <h2>{t('web.keys.title')}</h2>
            <dl className="keys">
              {keys.map(([key, does]) => (
                <div key={key} style={{ display: 'contents' }}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{t(does)}</dd>
                </div>
              ))}
            </dl>
          </Dialog.Block>
        ) : null}
      </Dialog>
    </>
  );
}

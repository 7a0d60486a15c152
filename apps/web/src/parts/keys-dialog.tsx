import { Dialog } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useText } from '../frame/language.js';

interface KeysDialogProps {
  /** Whether rows can be chosen. */
  canChoose: boolean;
  onClose: () => void;
}

export function KeysDialog({ canChoose, onClose }: KeysDialogProps) {
  const { t } = useText();
  const [hasSearch] = useState(() => document.querySelector('[data-search]') !== null);
  const keys = [
    ['j', t('web.keys.next')],
    ['k', t('web.keys.previous')],
    ['Enter', t('web.keys.open')],
    ...(canChoose ? [['x', t('web.keys.choose')]] : []),
    ...(hasSearch ? [['/', t('web.keys.search')]] : []),
    ['?', t('web.keys.help')],
  ];
  return (
    <Dialog
      open
      onClose={onClose}
      closedby="any"
      closeButton={t('web.act.close')}
      aria-label={t('web.keys.title')}
    >
      <Dialog.Block>
        <h2>{t('web.keys.title')}</h2>
        <dl className="keys">
          {keys.map(([key, does]) => (
            <div key={key} style={{ display: 'contents' }}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </Dialog.Block>
    </Dialog>
  );
}

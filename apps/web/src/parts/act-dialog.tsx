import { Dialog } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useText } from '../frame/language.js';

interface ActDialogProps {
  /** What the dialog is called, and its heading unless that says more. */
  name: string;
  heading?: string;
  isOpen: boolean;
  onClose: () => void;
  /** Made anew each time that it is opened. */
  children: ReactNode;
}

/** One act, on top of the page that it is about. */
export function ActDialog({ name, heading = name, isOpen, onClose, children }: ActDialogProps) {
  const { t } = useText();
  return (
    <Dialog
      closeButton={t('web.act.close')}
      open={isOpen}
      onClose={onClose}
      className="act"
      aria-label={name}
    >
      {isOpen ? (
        <Dialog.Block>
          <h2>{heading}</h2>
          {children}
        </Dialog.Block>
      ) : null}
    </Dialog>
  );
}

import { Button, Dialog } from '@digdir/designsystemet-react';
import { useState, type ReactNode } from 'react';
import { useText } from '../frame/language.js';

interface FormDialogProps {
  /** What the button says, and the dialog's heading. */
  label: string;
  help?: ReactNode;
  variant?: 'primary' | 'secondary' | 'tertiary';
  danger?: boolean;
  disabled?: boolean;
  /** The form, given how to leave. */
  children: (close: () => void) => ReactNode;
}

/** A button that opens a form for what is no step of one thing's lifecycle: something new, or something done to many. */
export function FormDialog({
  label,
  help,
  variant = 'secondary',
  danger,
  disabled,
  children,
}: FormDialogProps) {
  const { t } = useText();
  const [isOpen, open] = useState(false);
  return (
    <>
      <Button
        variant={variant}
        data-color={danger ? 'danger' : undefined}
        disabled={disabled}
        onClick={() => open(true)}
      >
        {label}
      </Button>
      <Dialog
        closeButton={t('web.act.close')}
        open={isOpen}
        onClose={() => open(false)}
        className="act"
        aria-label={label}
      >
        {isOpen ? (
          <Dialog.Block>
            <h2>{label}</h2>
            {help ? <p>{help}</p> : null}
            {children(() => open(false))}
          </Dialog.Block>
        ) : null}
      </Dialog>
    </>
  );
}

import { Button } from '@digdir/designsystemet-react';
import { useState, type ReactNode } from 'react';
import { ActDialog } from './act-dialog.js';

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
      <ActDialog name={label} isOpen={isOpen} onClose={() => open(false)}>
        {help ? <p>{help}</p> : null}
        {children(() => open(false))}
      </ActDialog>
    </>
  );
}

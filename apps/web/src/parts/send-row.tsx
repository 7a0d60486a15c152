import { Button } from '@digdir/designsystemet-react';
import { useText } from '../frame/language.js';

interface SendRowProps {
  /** What the button says: the act itself, never "OK". */
  label: string;
  isSending: boolean;
  onCancel?: () => void;
  danger?: boolean;
}

/** The end of every form: do it, or leave it. */
export function SendRow({ label, isSending, onCancel, danger }: SendRowProps) {
  const { t } = useText();
  return (
    <div className="actions">
      <Button type="submit" loading={isSending} data-color={danger ? 'danger' : undefined}>
        {label}
      </Button>
      {onCancel ? (
        <Button type="button" variant="tertiary" onClick={onCancel}>
          {t('web.act.cancel')}
        </Button>
      ) : null}
    </div>
  );
}

import { Alert, Button } from '@digdir/designsystemet-react';
import { api } from '../api/client.js';
import { useText } from '../frame/language.js';
import { FormFrame, useActForm } from '../parts/form.js';
import { FormDialog } from '../parts/form-dialog.js';
import { SendRow } from '../parts/send-row.js';

/** Shown once: nobody can read them again, not even here. */
export function ShownCodes({ codes, onSaved }: { codes: readonly string[]; onSaved: () => void }) {
  const { t } = useText();
  return (
    <Alert data-color="warning" role="alert" className="problem">
      <h2>{t('web.secondFactor.recoveryShown')}</h2>
      <p>{t('web.secondFactor.recoveryShownHelp')}</p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Button variant="secondary" onClick={onSaved}>
        {t('web.secondFactor.recoverySaved')}
      </Button>
    </Alert>
  );
}

export function RecoveryCodes({ left, onRenewed }: { left: number; onRenewed: (codes: string[]) => void }) {
  const { t } = useText();
  const name = t('action.secondFactor.renew-recovery-codes');
  return (
    <section aria-labelledby="recovery">
      <h2 id="recovery">{t('web.secondFactor.recovery')}</h2>
      <p>{t('web.secondFactor.recoveryLeft', { left })}</p>
      <FormDialog label={name} help={t('web.secondFactor.recoveryRenewHelp')}>
        {(close) => (
          <RenewForm
            onCancel={close}
            onRenewed={(codes) => {
              close();
              onRenewed(codes);
            }}
          />
        )}
      </FormDialog>
    </section>
  );
}

function RenewForm({ onRenewed, onCancel }: { onRenewed: (codes: string[]) => void; onCancel: () => void }) {
  const { t } = useText();
  const form = useActForm({
    defaults: {},
    send: async () => onRenewed((await api.POST('/api/v1/second-factor/recovery-codes')).data!.recoveryCodes),
    onDone: () => undefined,
  });
  return (
    <FormFrame form={form}>
      <SendRow
        label={t('action.secondFactor.renew-recovery-codes')}
        isSending={form.isSending}
        onCancel={onCancel}
      />
    </FormFrame>
  );
}

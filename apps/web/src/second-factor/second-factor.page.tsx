import { Alert, Button } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { queries } from '../api/client.js';
import { useText } from '../frame/language.js';
import { FormDialog } from '../parts/form-dialog.js';
import { Loaded } from '../parts/loaded.js';
import { tell } from '../parts/notices.js';
import { PageHead } from '../parts/page-head.js';
import { homeOf } from '../session/home-of.js';
import { isThrough, useSession } from '../session/session.js';
import { AddPasskey } from './add-passkey.js';
import { AddTotp } from './add-totp.js';
import { FactorTable } from './factor-table.js';
import { RecoveryCodes, ShownCodes } from './recovery-codes.js';
import './second-factor.css';

/** What a person proves to be themselves with, beside the password. */
export function Component() {
  const { t } = useText();
  const client = useQueryClient();
  const query = queries.useQuery('get', '/api/v1/second-factor');
  const [codes, show] = useState<string[] | null>(null);
  const changed = (told: string, shown: string[] | null = null) => {
    if (shown) show(shown);
    tell(told);
    void client.invalidateQueries();
  };
  const added = (shown: string[] | null) => changed(t('web.secondFactor.added'), shown);
  return (
    <>
      <PageHead title={t('web.secondFactor.title')}>
        <p>{t('web.secondFactor.intro')}</p>
      </PageHead>
      <Door hasCodes={codes !== null} />
      {codes ? <ShownCodes codes={codes} onSaved={() => show(null)} /> : null}
      <Loaded query={query}>
        {({ factors, recoveryCodesLeft, proofMinutes }) => (
          <>
            <section aria-labelledby="yours">
              <h2 id="yours">{t('web.secondFactor.yours')}</h2>
              {factors.length === 0 ? (
                <p>{t('web.secondFactor.none')}</p>
              ) : (
                <FactorTable factors={factors} onRemoved={() => changed(t('web.secondFactor.removed'))} />
              )}
              <AddButtons onAdded={added} />
              <p className="quiet">{t('web.secondFactor.fresh', { minutes: proofMinutes })}</p>
            </section>
            {factors.length > 0 ? (
              <RecoveryCodes left={recoveryCodesLeft} onRenewed={(made) => changed('', made)} />
            ) : null}
          </>
        )}
      </Loaded>
    </>
  );
}

/** Who was led here before anything else is told why, and let on afterwards. */
function Door({ hasCodes }: { hasCodes: boolean }) {
  const { t } = useText();
  const { user, secondFactor } = useSession();
  const state = useLocation().state as { from?: string } | null;
  if (secondFactor === 'enrol') return <Alert data-color="warning">{t('web.secondFactor.mustEnrol')}</Alert>;
  if (!state || hasCodes || !user || !isThrough(secondFactor)) return null;
  return (
    <Alert data-color="success" className="problem">
      <p>{t('web.secondFactor.mayGoOn')}</p>
      <Button asChild>
        <Link to={state.from ?? homeOf(user)}>{t('web.secondFactor.goOn')}</Link>
      </Button>
    </Alert>
  );
}

function AddButtons({ onAdded }: { onAdded: (codes: string[] | null) => void }) {
  const { t } = useText();
  const closing = (close: () => void) => (codes: string[] | null) => {
    close();
    onAdded(codes);
  };
  return (
    <div className="actions">
      <FormDialog label={t('web.secondFactor.addTotp')} help={t('web.secondFactor.addTotpHelp')}>
        {(close) => <AddTotp onAdded={closing(close)} onCancel={close} />}
      </FormDialog>
      <FormDialog label={t('web.secondFactor.addPasskey')} help={t('web.secondFactor.addPasskeyHelp')}>
        {(close) => <AddPasskey onAdded={closing(close)} onCancel={close} />}
      </FormDialog>
    </div>
  );
}

import { Button } from '@digdir/designsystemet-react';
import { useRouteError } from 'react-router';
import { PageHead } from '../parts/page-head.js';
import { useText } from './language.js';

/** A page that fell over, or that could not be fetched because a newer version is served: reading it in again helps. */
export function PageError() {
  const { t } = useText();
  const error = useRouteError();
  return (
    <>
      <PageHead title={t('web.frame.pageError')} />
      <p>{t('web.frame.pageErrorHelp')}</p>
      <p>
        <Button onClick={() => location.reload()}>{t('web.frame.reload')}</Button>
      </p>
      <p className="quiet">{error instanceof Error ? error.message : null}</p>
    </>
  );
}

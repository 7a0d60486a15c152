import { Link } from 'react-router';
import { PageHead } from '../parts/page-head.js';
import { useText } from './language.js';

export function NotFoundPage() {
  const { t } = useText();
  return (
    <>
      <PageHead title={t('error.notFound.title')} />
      <p>{t('error.notFound.detail')}</p>
      <p>
        <Link to="/">{t('web.frame.toStart')}</Link>
      </p>
    </>
  );
}

export function NotForYou() {
  const { t } = useText();
  return (
    <>
      <PageHead title={t('error.forbidden.title')} />
      <p>{t('error.forbidden.detail')}</p>
    </>
  );
}

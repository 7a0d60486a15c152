import { PageHead } from '../parts/page-head.js';
import { useText } from '../frame/language.js';

export function Component() {
  const { t } = useText();
  return <PageHead title={t('web.home.title')} />;
}

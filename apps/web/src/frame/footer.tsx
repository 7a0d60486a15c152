import { Link } from 'react-router';
import { useInstance } from './instance.js';
import { useText } from './language.js';

/** What anybody may read, from every page. */
export function Footer() {
  const { t } = useText();
  const { agency } = useInstance();
  return (
    <footer className="footer">
      <nav aria-label={t('web.footer.title')}>
        <ul>
          <li>
            <Link to="/oppna-bidrag">{t('web.footer.grants')}</Link>
          </li>
          <li>
            <Link to="/stod">{t('web.footer.programmes')}</Link>
          </li>
          <li>
            <Link to="/verifiera">{t('web.footer.verify')}</Link>
          </li>
          <li>
            <Link to="/tillganglighet">{t('web.footer.accessibility')}</Link>
          </li>
        </ul>
      </nav>
      {agency ? <p className="quiet">{agency.name}</p> : null}
    </footer>
  );
}

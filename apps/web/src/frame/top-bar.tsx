import { Button, Dropdown } from '@digdir/designsystemet-react';
import { MenuHamburgerIcon, PersonCircleIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { SECOND_FACTOR_PAGE, useSigning, type User } from '../session/session.js';
import { applyColourScheme, chosenColourScheme, COLOUR_SCHEMES } from './colour-scheme.js';
import { useText } from './language.js';

interface TopBarProps {
  user: User | null | undefined;
  /** Whether there is one for this person yet. */
  hasMenu: boolean;
  isMenuOpen: boolean;
  openMenu: (open: boolean) => void;
}

export function TopBar({ user, hasMenu, isMenuOpen, openMenu }: TopBarProps) {
  const { t, language, speak } = useText();
  const other = language === 'sv' ? 'en' : 'sv';
  return (
    <header className="top-bar">
      {hasMenu ? (
        <Button
          className="menu-button"
          variant="tertiary"
          icon
          aria-label={t('web.frame.menu')}
          aria-expanded={isMenuOpen}
          aria-controls="menu"
          onClick={() => openMenu(!isMenuOpen)}
        >
          <MenuHamburgerIcon aria-hidden />
        </Button>
      ) : null}
      <Link to="/" className="brand">
        <img src="/medel.svg" alt="" width="26" height="26" /> Medel
      </Link>
      <span className="grow" />
      <Button variant="tertiary" lang={other} onClick={() => speak(other)}>
        {other === 'en' ? 'English' : 'Svenska'}
      </Button>
      {user === null ? (
        <Button asChild variant="secondary">
          <Link to="/logga-in">{t('web.signIn.title')}</Link>
        </Button>
      ) : null}
      {user ? <Account user={user} /> : null}
    </header>
  );
}

function Account({ user }: { user: User }) {
  const { t, named } = useText();
  const { signOut } = useSigning();
  const navigate = useNavigate();
  const [scheme, choose] = useState(chosenColourScheme);
  return (
    <Dropdown.TriggerContext>
      <Dropdown.Trigger variant="tertiary" className="account" aria-label={user.name}>
        <PersonCircleIcon aria-hidden fontSize="1.4rem" />
        <span className="account-name">{user.name}</span>
      </Dropdown.Trigger>
      <Dropdown placement="bottom-end">
        <div className="account-about">
          <strong>{user.name}</strong>
          <span>{user.roles.map((role) => named('role', role)).join(', ')}</span>
          {user.organisation ? <span>{user.organisation.name}</span> : null}
        </div>
        <Dropdown.Heading>{t('web.frame.colours')}</Dropdown.Heading>
        <Dropdown.List>
          {COLOUR_SCHEMES.map((each) => (
            <Dropdown.Item key={each}>
              <Dropdown.Button
                aria-pressed={scheme === each}
                onClick={() => {
                  applyColourScheme(each);
                  choose(each);
                }}
              >
                {scheme === each ? '✓ ' : ''}
                {t(`web.frame.colours.${each}`)}
              </Dropdown.Button>
            </Dropdown.Item>
          ))}
        </Dropdown.List>
        <Dropdown.List>
          <Dropdown.Item>
            <Dropdown.Button asChild>
              <Link to="/konto">{t('web.account.title')}</Link>
            </Dropdown.Button>
          </Dropdown.Item>
          <Dropdown.Item>
            <Dropdown.Button asChild>
              <Link to={SECOND_FACTOR_PAGE}>{t('web.secondFactor.title')}</Link>
            </Dropdown.Button>
          </Dropdown.Item>
          <Dropdown.Item>
            <Dropdown.Button onClick={() => void signOut().then(() => navigate('/'))}>
              {t('web.frame.signOut')}
            </Dropdown.Button>
          </Dropdown.Item>
        </Dropdown.List>
      </Dropdown>
    </Dropdown.TriggerContext>
  );
}

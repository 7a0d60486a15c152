import { Button, Search } from '@digdir/designsystemet-react';
import { useState, type FormEvent } from 'react';
import { Link, useNavigate, useOutletContext } from 'react-router';
import { queries } from '../api/client.js';
import { useText } from '../frame/language.js';
import type { Page } from '../frame/page.js';
import { Loaded } from '../parts/loaded.js';
import { PageHead } from '../parts/page-head.js';
import { homeOf } from '../session/home-of.js';
import { useSession, type User } from '../session/session.js';
import { CallTable } from './call-table.js';
import { OPEN_CALLS, summaryOf } from './grant-filters.js';
import './public.css';

export function Component() {
  const { t } = useText();
  const { user } = useSession();
  return (
    <>
      <PageHead title="Medel">
        <p className="lead">{t('web.home.lead')}</p>
      </PageHead>
      {user ? <ForYou user={user} /> : <p>{t('web.home.what')}</p>}
      <OpenCalls />
      <Grants />
      <section aria-labelledby="letter">
        <h2 id="letter">{t('web.home.letter')}</h2>
        <p>
          {t('web.home.letterHelp')} <Link to="/verifiera">{t('web.verify.title')}</Link>
        </p>
      </section>
    </>
  );
}

/** For who is signed in: the same as in the menu, with the place where the day begins first. */
function ForYou({ user }: { user: User }) {
  const { t } = useText();
  const home = homeOf(user);
  const menu = useOutletContext<readonly Page[]>();
  const pages = menu.filter(({ path }) => path !== '/');
  const ordered = [
    ...pages.filter(({ path }) => path === home),
    ...pages.filter(({ path }) => path !== home),
  ];
  return (
    <section aria-labelledby="for-you">
      <h2 id="for-you">{t('web.home.forYou')}</h2>
      <ul className="for-you">
        {ordered.map((page) => (
          <li key={page.path}>
            <Link to={page.path}>{t(page.title)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function OpenCalls() {
  const { t } = useText();
  const query = queries.useQuery('get', '/api/v1/public/calls', OPEN_CALLS);
  return (
    <section aria-labelledby="calls">
      <h2 id="calls">{t('web.home.calls')}</h2>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p>
              {t('web.home.callsEmpty')} <Link to="/stod">{t('web.programmes.title')}</Link>
            </p>
          ) : (
            <CallTable calls={items} />
          )
        }
      </Loaded>
    </section>
  );
}

function Grants() {
  const { t } = useText();
  const navigate = useNavigate();
  const [typed, type] = useState('');
  const { data } = queries.useQuery('get', '/api/v1/public/grants/summary', summaryOf({}));
  const search = (event: FormEvent) => {
    event.preventDefault();
    const q = typed.trim();
    void navigate(q ? `/oppna-bidrag?${new URLSearchParams({ q })}` : '/oppna-bidrag');
  };
  return (
    <section aria-labelledby="grants">
      <h2 id="grants">{t('web.home.search')}</h2>
      {data ? (
        <p>
          {t('web.home.granted', {
            amount: data.amountAwarded,
            recipients: data.recipients,
            grants: data.grants,
          })}{' '}
          <Link to="/oppna-bidrag">{t('web.home.toGrants')}</Link>
        </p>
      ) : null}
      <form role="search" aria-labelledby="grants" onSubmit={search} className="home-search">
        <label htmlFor="grant-search">{t('web.home.searchHelp')}</label>
        <div className="row">
          <Search>
            <Search.Input
              id="grant-search"
              value={typed}
              onChange={(event) => type(event.target.value)}
              aria-label={undefined}
            />
            <Search.Clear aria-label={t('web.list.clear')} onClick={() => type('')} />
          </Search>
          <Button type="submit" variant="secondary">
            {t('web.home.searchNow')}
          </Button>
        </div>
      </form>
    </section>
  );
}

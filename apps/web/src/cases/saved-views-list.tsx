import { Button, Textfield } from '@digdir/designsystemet-react';
import { TrashIcon } from '@navikt/aksel-icons';
import { useState, type FormEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useText } from '../frame/language.js';
import { remember, remembered } from '../frame/storage.js';
import { readViews, withoutView, withView, type SavedView } from './saved-views.js';

/** Filters and order under a name of the reader's own, kept on this machine. `of` names the list. */
export function SavedViews({ of }: { of: string }) {
  const { t } = useText();
  const [search] = useSearchParams();
  const key = `views.${of}`;
  const [views, setViews] = useState(() => readViews(remembered(key)));
  const [name, setName] = useState('');
  const query = search.toString();
  const keep = (kept: SavedView[]) => {
    remember(key, JSON.stringify(kept));
    setViews(kept);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    keep(withView(views, { name: name.trim(), query }));
    setName('');
  };
  return (
    <details className="views">
      <summary>{t('web.work.views', { count: views.length })}</summary>
      {views.length === 0 ? <p className="quiet">{t('web.work.noViews')}</p> : null}
      <ul>
        {views.map((view) => (
          <li key={view.name}>
            <Link to={`?${view.query}`} aria-current={view.query === query ? 'true' : undefined}>
              {view.name}
            </Link>
            <Button
              variant="tertiary"
              icon
              aria-label={t('web.work.forgetView', { name: view.name })}
              onClick={() => keep(withoutView(views, view.name))}
            >
              <TrashIcon aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      <form className="row" onSubmit={save}>
        <Textfield
          label={t('web.work.viewName')}
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" variant="secondary">
          {t('web.work.saveView')}
        </Button>
      </form>
    </details>
  );
}

import { Alert, Button } from '@digdir/designsystemet-react';
import type { FieldValues } from 'react-hook-form';
import { useText } from '../frame/language.js';
import type { Conflict } from './draft-keeper.js';
import { valueAt } from './merge-draft.js';
import type { Draft } from './use-draft.js';

interface ConflictNoticeProps<Content extends FieldValues> {
  draft: Pick<Draft<Content>, 'content' | 'conflicts' | 'resolve'>;
  /** What the page calls the place: `activities[0].title` is "Aktivitet 1, rubrik". */
  nameOf: (path: string) => string;
  /** A text for a value that is not one, such as a list of rows. */
  inWords: (path: string, value: unknown) => string;
}

/** Where two have written in one field: both texts, and a choice. Nothing is thrown away before it. */
export function ConflictNotice<Content extends FieldValues>({
  draft,
  ...words
}: ConflictNoticeProps<Content>) {
  const { t } = useText();
  const { conflicts, content, resolve } = draft;
  if (conflicts.length === 0) return null;
  return (
    <Alert data-color="warning" role="alert" className="conflicts">
      <h2>{t('web.draft.conflictTitle')}</h2>
      <p>{t('web.draft.conflictHelp')}</p>
      {conflicts.map((conflict) => (
        <Choice
          key={conflict.path}
          conflict={conflict}
          mine={valueAt(content, conflict.path)}
          resolve={resolve}
          {...words}
        />
      ))}
    </Alert>
  );
}

interface ChoiceProps extends Pick<ConflictNoticeProps<never>, 'nameOf' | 'inWords'> {
  conflict: Conflict;
  mine: unknown;
  resolve: Draft<never>['resolve'];
}

function Choice({ conflict: { path, theirs }, mine, resolve, nameOf, inWords }: ChoiceProps) {
  const { t } = useText();
  const sides = [
    ['mine', mine],
    ['theirs', theirs],
  ] as const;
  return (
    <section className="conflict" aria-label={nameOf(path)}>
      <h3>{nameOf(path)}</h3>
      <div className="conflict-sides">
        {sides.map(([side, value]) => (
          <div key={side}>
            <h4>{t(`web.draft.${side}`)}</h4>
            <p className="conflict-text">{inWords(path, value) || t('web.draft.nothing')}</p>
            <Button variant="secondary" onClick={() => resolve(path, side)}>
              {t(`web.draft.keep.${side}`)}
            </Button>
          </div>
        ))}
      </div>
    </section>
  );
}

import { Alert } from '@digdir/designsystemet-react';
import { useText } from '../frame/language.js';
import type { Application } from './content.js';

/** What the agency has asked for, and by when. */
export function CompletionNotice({ application: { completion } }: { application: Application }) {
  const { t } = useText();
  if (!completion) return null;
  return (
    <Alert data-color="warning">
      <h2>{t('web.applications.completion.title', { dueOn: completion.dueOn })}</h2>
      <ol>
        {completion.items.map(({ text }, place) => (
          <li key={place}>{text}</li>
        ))}
      </ol>
      <p>{t('web.applications.completion.help')}</p>
    </Alert>
  );
}

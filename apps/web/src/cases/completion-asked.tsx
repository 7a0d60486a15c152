import { Alert } from '@digdir/designsystemet-react';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';

/** What the applicant has been asked to add, while it is waited for. */
export function CompletionAsked({ one }: { one: Schemas['ApplicationDetail'] }) {
  const { t, day } = useText();
  if (one.status !== 'completionRequested' || !one.completion) return null;
  const { items, dueOn, requestedOn } = one.completion;
  return (
    <Alert data-color="info" className="gate">
      <h2>{t('web.case.completionTitle', { requestedOn: day(requestedOn), dueOn: day(dueOn) })}</h2>
      <ul>
        {items.map(({ text }, place) => (
          <li key={place}>{text}</li>
        ))}
      </ul>
    </Alert>
  );
}

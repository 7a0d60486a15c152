import { Link } from 'react-router';
import { useText } from '../frame/language.js';
import type { Export } from './order.js';

/** What has changed since the same was ordered before. */
export function Changes({ one: { changes } }: { one: Export }) {
  const { t, moment } = useText();
  const heading = <h2>{t('web.exports.changes')}</h2>;
  if (!changes)
    return (
      <section>
        {heading}
        <p>{t('web.exports.changesNone')}</p>
      </section>
    );
  const at = moment(changes.previousAt);
  const counts = [
    changes.added === null ? null : t('web.exports.changesAdded', { count: changes.added }),
    changes.removed === null ? null : t('web.exports.changesRemoved', { count: changes.removed }),
    changes.changed === null ? null : t('web.exports.changesChanged', { count: changes.changed }),
  ].filter((each) => each !== null);
  return (
    <section>
      {heading}
      {changes.isUnchanged ? (
        <p>{t('web.exports.changesSame', { at })}</p>
      ) : (
        <>
          <p>{t('web.exports.changesSince', { at })}</p>
          {counts.length > 0 ? (
            <ul>
              {counts.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          ) : (
            <p>{t('web.exports.changesUnknown')}</p>
          )}
        </>
      )}
      <p>
        <Link to={`/uttag/${changes.previousId}`}>{t('web.exports.toPrevious')}</Link>
      </p>
    </section>
  );
}

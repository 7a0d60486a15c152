import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { useList } from '../parts/use-list.js';

export function LettersOfCase({ applicationId }: { applicationId: string }) {
  const { t, named, day } = useText();
  const letters = useList<Schemas['LetterItem']>('/api/v1/letters', { applicationId }).rows ?? [];
  return (
    <section>
      <h2>{t('web.applications.letters')}</h2>
      {letters.length === 0 ? <p className="quiet">{t('web.applications.letters.none')}</p> : null}
      <ul className="plain">
        {letters.map((letter) => (
          <li key={letter.id}>
            {letter.status === 'sealed' ? (
              <a href={`/api/v1/letters/${letter.id}.pdf`} target="_blank" rel="noreferrer">
                {t('web.applications.letters.pdf', { kind: named('letterKind', letter.kind) })}
              </a>
            ) : (
              t('web.applications.letters.soon', { kind: named('letterKind', letter.kind) })
            )}{' '}
            <span className="quiet">{day(letter.orderedAt)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

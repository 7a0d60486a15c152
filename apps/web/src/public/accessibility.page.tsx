import { useInstance } from '../frame/instance.js';
import { useText } from '../frame/language.js';
import { Facts } from '../parts/facts.js';
import { PageHead } from '../parts/page-head.js';

/** What is promised, how it was tested, what is known to be missing, and whom to tell. */
export function Component() {
  const { t } = useText();
  const { agency } = useInstance();
  return (
    <div className="narrow">
      <PageHead title={t('web.accessibility.title')}>
        <p>{t('web.accessibility.intro')}</p>
      </PageHead>
      <h2>{t('web.accessibility.works')}</h2>
      <ul>
        {([1, 2, 3, 4, 5, 6] as const).map((place) => (
          <li key={place}>{t(`web.accessibility.works${place}`)}</li>
        ))}
      </ul>
      <h2>{t('web.accessibility.tested')}</h2>
      <p>{t('web.accessibility.testedHelp')}</p>
      <h2>{t('web.accessibility.gaps')}</h2>
      <ul>
        {([1, 2, 3] as const).map((place) => (
          <li key={place}>{t(`web.accessibility.gap${place}`)}</li>
        ))}
      </ul>
      <h2>{t('web.accessibility.tell')}</h2>
      <p>{t('web.accessibility.tellHelp')}</p>
      {agency ? (
        <Facts
          of={[
            [
              t('web.accessibility.email'),
              <a key="email" href={`mailto:${agency.email}`}>
                {agency.email}
              </a>,
            ],
            [t('web.accessibility.phone'), agency.phone],
          ]}
        />
      ) : null}
      <p>{t('web.accessibility.authority')}</p>
    </div>
  );
}

import { useText } from '../frame/language.js';
import { Facts } from '../parts/facts.js';

interface Source {
  source: string;
  vintage: string;
  sha256: string;
  licence: string | null;
  loadedAt: string;
}

/** Where figures are from: enough for anybody to find the same file. */
export function SourceFacts({ of, usedFor }: { of: Source; usedFor?: string }) {
  const { t, moment } = useText();
  return (
    <Facts
      of={[
        [t('web.measures.usedFor'), usedFor],
        [t('web.measures.source'), of.source],
        [t('web.measures.vintage'), of.vintage],
        [t('web.measures.licence'), of.licence],
        [t('web.measures.loadedAt'), moment(of.loadedAt)],
        [
          t('web.measures.sha256'),
          <code key="sha256" className="hash">
            {of.sha256}
          </code>,
        ],
      ]}
    />
  );
}

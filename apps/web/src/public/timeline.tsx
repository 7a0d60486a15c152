import { Link } from 'react-router';
import { useText } from '../frame/language.js';
import type { Wording } from './wordings.js';

interface TimelineProps {
  wordings: readonly Wording[];
  shown: Wording | undefined;
}

/** The wordings one after the other, each a link that shows its rules below. */
export function Timeline({ wordings, shown }: TimelineProps) {
  const { t, day } = useText();
  return (
    <ol className="timeline">
      {wordings.map((wording) => (
        <li key={wording.validFrom}>
          <Link
            to={`?lydelse=${wording.validFrom}`}
            replace
            preventScrollReset
            aria-current={wording === shown ? 'true' : undefined}
          >
            {wording.validTo
              ? t('web.programme.fromTo', { from: day(wording.validFrom), to: day(wording.validTo) })
              : t('web.programme.from', { from: day(wording.validFrom) })}
          </Link>
          <span className="quiet">
            {wording.amendedBy
              ? t('web.programme.amendedBy', { sfs: wording.amendedBy })
              : t('web.programme.original')}
          </span>
        </li>
      ))}
    </ol>
  );
}

import { Tag } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { hasText } from '#text/web';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';

type Outcome = 'met' | 'notMet' | 'needsJudgement';

const COLOURS = { met: 'success', notMet: 'danger', needsJudgement: 'warning' } as const;

export function OutcomeTag({ outcome }: { outcome: Outcome }) {
  const { named } = useText();
  return <Tag data-color={COLOURS[outcome]}>{named('findingOutcome', outcome)}</Tag>;
}

const VERDICTS = { eligible: 'success', notEligible: 'danger', needsJudgement: 'warning' } as const;

export function VerdictTag({ verdict }: { verdict: keyof typeof VERDICTS }) {
  const { named } = useText();
  return <Tag data-color={VERDICTS[verdict]}>{named('verdict', verdict)}</Tag>;
}

/** `2 § SFS 2018:151`; of an example programme no ordinance is named. */
export function useCitation() {
  const { t } = useText();
  return (citation: Schemas['Citation'] | null | undefined) => {
    if (!citation) return t('web.checks.practice');
    const { sfs, section } = citation;
    return sfs === 'exempel'
      ? t('web.checks.exampleSection', { section })
      : t('web.checks.section', { sfs, section });
  };
}

interface FindingLineProps {
  finding: Schemas['Finding'];
  children?: ReactNode;
}

/** What a rule says of the case, in words, with its place in law; and what an officer has said instead. */
export function FindingLine({ finding: of, children }: FindingLineProps) {
  const { t, named, finding } = useText();
  const citation = useCitation();
  return (
    <li className="finding">
      <OutcomeTag outcome={of.outcome} />
      <div>
        {hasText(`rule.${of.code}`) ? (
          <p>
            <strong>{named('rule', of.code)}</strong> <span className="quiet">{citation(of.citation)}</span>
          </p>
        ) : null}
        <p>{finding(of)}</p>
        {of.override ? (
          <p className="quiet">
            {t('web.checks.computed', { outcome: named('findingOutcome', of.override.computed) })}
          </p>
        ) : null}
        {children}
      </div>
    </li>
  );
}

import { Details, Tag } from '@digdir/designsystemet-react';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';

type Finding = Schemas['Finding'];

const COLOURS = { met: 'success', notMet: 'danger', needsJudgement: 'warning' } as const;

/** Not met first: that is what a reader must see. */
const ORDER = ['notMet', 'needsJudgement', 'met'];

/** What the rules said when the proposal was made. What is met is folded, for it is most of them. */
export function RuleOutcomes({ findings }: { findings: readonly Finding[] }) {
  const { t } = useText();
  const outcomeOf = (finding: Finding) => finding.override?.outcome ?? finding.outcome;
  const sorted = [...findings].sort((a, b) => ORDER.indexOf(outcomeOf(a)) - ORDER.indexOf(outcomeOf(b)));
  const met = sorted.filter((finding) => outcomeOf(finding) === 'met' && !finding.override);
  const others = sorted.filter((finding) => !met.includes(finding));
  return (
    <section>
      <h2>{t('web.decisions.rules')}</h2>
      {findings.length === 0 ? <p>{t('web.decisions.noRules')}</p> : null}
      <FindingList findings={others} />
      {met.length > 0 ? (
        <Details>
          <Details.Summary>{t('web.decisions.rulesMet', { n: met.length })}</Details.Summary>
          <Details.Content>
            <FindingList findings={met} />
          </Details.Content>
        </Details>
      ) : null}
    </section>
  );
}

export function FindingList({ findings }: { findings: readonly Finding[] }) {
  const { named, finding: told } = useText();
  if (findings.length === 0) return null;
  return (
    <ul className="findings">
      {findings.map((finding, place) => {
        const outcome = finding.override?.outcome ?? finding.outcome;
        return (
          <li key={place}>
            <Tag data-color={COLOURS[outcome]}>{named('findingOutcome', outcome)}</Tag> {told(finding)}
          </li>
        );
      })}
    </ul>
  );
}

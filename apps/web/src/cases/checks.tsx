import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Loaded } from '../parts/loaded.js';
import { FindingLine, VerdictTag } from './finding-line.js';
import { JudgeForm } from './judge-form.js';
import { Section } from './section.js';

const GROUPS = ['eligibility', 'coFinancing', 'completeness'] as const;

interface ChecksProps {
  one: Schemas['ApplicationDetail'];
  /** Whether the reader may answer for a rule. */
  mayJudge: boolean;
}

/** What the rules say of the application as it is, each with its section, and where an officer answers. */
export function Checks({ one, mayJudge }: ChecksProps) {
  const { t } = useText();
  const query = queries.useQuery('get', '/api/v1/applications/{id}/checks', {
    params: { path: { id: one.id } },
  });
  return (
    <Section
      id="checks"
      title={t('web.case.checks')}
      beside={query.data ? <VerdictTag verdict={query.data.verdict} /> : null}
    >
      <Loaded query={query}>
        {(checks) =>
          GROUPS.map((group) => (
            <div key={group}>
              <h3>{t(`web.checks.${group}`)}</h3>
              {checks[group].length === 0 ? <p className="quiet">{t('web.checks.none')}</p> : null}
              <ul className="findings">
                {checks[group].map((finding, place) => (
                  <Checked
                    key={`${finding.code}-${place}`}
                    finding={finding}
                    id={one.id}
                    // Sums and missing parts are not for anybody to judge: they are corrected.
                    mayJudge={mayJudge && group === 'eligibility'}
                  />
                ))}
              </ul>
            </div>
          ))
        }
      </Loaded>
    </Section>
  );
}

function Checked({ finding, id, mayJudge }: { finding: Schemas['Finding']; id: string; mayJudge: boolean }) {
  const { t, named } = useText();
  const [isJudging, judge] = useState(false);
  return (
    <FindingLine finding={finding}>
      {mayJudge && !isJudging ? (
        <Button
          variant={finding.outcome === 'needsJudgement' ? 'secondary' : 'tertiary'}
          aria-label={t('web.checks.judgeOne', { rule: named('rule', finding.code) })}
          onClick={() => judge(true)}
        >
          {t('web.checks.judge')}
        </Button>
      ) : null}
      {mayJudge && isJudging ? <JudgeForm id={id} finding={finding} onClose={() => judge(false)} /> : null}
    </FindingLine>
  );
}

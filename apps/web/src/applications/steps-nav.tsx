import { Tag } from '@digdir/designsystemet-react';
import { useText } from '../frame/language.js';
import { useCase } from './form-context.js';
import { SLUGS, stepOf, STEPS, type StepName } from './steps.js';

export function StepsNav() {
  const { t } = useText();
  const { findings, step, go } = useCase();
  const toFix = (of: StepName) =>
    findings.filter((finding) => finding.outcome === 'notMet' && (of === 'review' || stepOf(finding) === of))
      .length;
  return (
    <nav className="steps" aria-label={t('web.applications.steps')}>
      <ol>
        {STEPS.map((each, place) => (
          <li key={each}>
            <a
              href={`?steg=${SLUGS[each]}`}
              aria-current={each === step ? 'step' : undefined}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey) return;
                event.preventDefault();
                go(each);
              }}
            >
              <span className="step-number">{place + 1}</span>
              <span className="grow">{t(`web.applications.step.${each}`)}</span>
              {toFix(each) > 0 ? (
                <Tag data-color="warning" aria-label={t('web.applications.toFix', { count: toFix(each) })}>
                  {toFix(each)}
                </Tag>
              ) : (
                <span className="step-done" aria-label={t('web.applications.nothingToFix')} role="img">
                  ✓
                </span>
              )}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

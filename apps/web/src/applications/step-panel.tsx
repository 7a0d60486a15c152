import { Button } from '@digdir/designsystemet-react';
import type { ComponentType } from 'react';
import { useText } from '../frame/language.js';
import type { Draft } from '../parts/use-draft.js';
import { ActivitiesStep } from './activities-step.js';
import { BasicsStep } from './basics-step.js';
import type { Content } from './content.js';
import { CostsStep } from './costs-step.js';
import { FinancingStep } from './financing-step.js';
import { FollowUpStep } from './follow-up-step.js';
import { useCase } from './form-context.js';
import { PartnersStep } from './partners-step.js';
import { ReviewStep } from './review-step.js';
import { StepFindings } from './finding-list.js';
import { STEPS, type StepName } from './steps.js';

const PANELS: Record<Exclude<StepName, 'review'>, ComponentType> = {
  basics: BasicsStep,
  activities: ActivitiesStep,
  costs: CostsStep,
  financing: FinancingStep,
  partners: PartnersStep,
  followUp: FollowUpStep,
};

export function StepPanel({ draft }: { draft: Draft<Content> }) {
  const { t } = useText();
  const { step, go } = useCase();
  const place = STEPS.indexOf(step);
  const before = STEPS[place - 1];
  const after = STEPS[place + 1];
  const Panel = step === 'review' ? undefined : PANELS[step];
  return (
    <section className="step-panel form" aria-labelledby="step-heading">
      <h2 id="step-heading" tabIndex={-1}>
        {t(`web.applications.step.${step}`)}
      </h2>
      {Panel ? <StepFindings of={step} /> : null}
      {Panel ? <Panel /> : <ReviewStep draft={draft} />}
      <div className="actions step-row">
        {before ? (
          <Button variant="secondary" onClick={() => go(before)}>
            {t('web.applications.back')}
          </Button>
        ) : null}
        {after ? (
          <Button onClick={() => go(after)}>
            {t('web.applications.next', { step: t(`web.applications.step.${after}`) })}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

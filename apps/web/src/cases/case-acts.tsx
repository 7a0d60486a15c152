import { Button } from '@digdir/designsystemet-react';
import { Link } from 'react-router';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Actions, type Act } from '../parts/actions.js';
import { AssessForm } from './assess-form.js';
import { AssignForm } from './assign-form.js';
import { CompletionForm } from './completion-form.js';
import { DelayForm } from './delay-form.js';

const ACTS: Record<string, Act> = {
  'start-assessment': { plain: true },
  assess: { form: AssessForm },
  'request-completion': { form: CompletionForm },
  assign: { form: AssignForm },
  'notify-delay': { form: DelayForm },
};

/** What may be done in the case now. A proposal has a page of its own. */
export function CaseActs({ one }: { one: Schemas['ApplicationDetail'] }) {
  const { t } = useText();
  return (
    <div className="actions case-acts">
      {one.actions.includes('propose') ? (
        <Button asChild>
          <Link to={`/arenden/${one.id}/forslag`}>{t('action.application.propose')}</Link>
        </Button>
      ) : null}
      <Actions
        subject="application"
        collection="applications"
        id={one.id}
        actions={one.actions}
        acts={ACTS}
      />
      <Button asChild variant="tertiary">
        <Link to={`/arenden/${one.id}/jamfor`}>{t('web.compare.link')}</Link>
      </Button>
    </div>
  );
}

import { Button } from '@digdir/designsystemet-react';
import { Link } from 'react-router';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Actions, type Act } from '../parts/actions.js';
import { AssessForm } from './assess-form.js';
import { AssignForm } from './assign-form.js';
import { CompletionForm } from './completion-form.js';
import { DelayForm } from './delay-form.js';

const assess: Act = { form: AssessForm };
const propose: Act = { to: (id) => `/arenden/${id}/forslag` };

/** In the order of the work: an assessed case is proposed next, one that is not is assessed first. */
const actsOf = (isAssessed: boolean): Record<string, Act> => ({
  'start-assessment': { plain: true },
  ...(isAssessed ? { propose, assess } : { assess, propose }),
  'request-completion': { form: CompletionForm },
  assign: { form: AssignForm },
  'notify-delay': { form: DelayForm },
});

/** What may be done in the case now. */
export function CaseActs({ one }: { one: Schemas['ApplicationDetail'] }) {
  const { t } = useText();
  const isAssessed = (one.assessments ?? []).length > 0;
  const proposed = one.decisions.find(({ status }) => status === 'proposed');
  return (
    <div className="actions case-acts">
      {proposed ? (
        <Button asChild>
          <Link to={`/beslut/${proposed.id}`}>{t('web.case.toProposal')}</Link>
        </Button>
      ) : null}
      <Actions
        subject="application"
        collection="applications"
        id={one.id}
        actions={one.actions}
        acts={actsOf(isAssessed)}
      />
      <Button asChild variant="tertiary">
        <Link to={`/arenden/${one.id}/jamfor`}>{t('web.compare.link')}</Link>
      </Button>
    </div>
  );
}

import { Alert } from '@digdir/designsystemet-react';
import { Link, useParams } from 'react-router';
import { useText } from '../frame/language.js';
import { Actions } from '../parts/actions.js';
import { Facts } from '../parts/facts.js';
import { Filters } from '../parts/filters.js';
import { FormDialog } from '../parts/form-dialog.js';
import { Loaded } from '../parts/loaded.js';
import { PageHead } from '../parts/page-head.js';
import { usePeople } from '../parts/people.js';
import { StatusTag } from '../parts/status-tag.js';
import { useFilters } from '../parts/use-filters.js';
import { may, useSession } from '../session/session.js';
import { AmendForm } from './amend-form.js';
import { ApproveForm } from './approve-form.js';
import { ClaimForm } from './claim-form.js';
import { CoFinancing } from './co-financing.js';
import { Conditions } from './conditions.js';
import { DecisionSums } from './decision-sums.js';
import { DifferenceTables } from './difference.js';
import { AppropriationNow, Letters, Payments, Recoveries, Reports } from './follow.js';
import { FundEffects } from './fund-effects.js';
import { RuleOutcomes } from './rule-outcomes.js';
import {
  ConfirmYearForm,
  JudgeConditionForm,
  LapseYearForm,
  ProofForm,
  ReturnForm,
  RevokeForm,
} from './small-forms.js';
import { useDecision, type DecisionDetail } from './use-decision.js';
import './decisions.css';

const ACTS = {
  approve: { form: ApproveForm },
  return: { form: ReturnForm },
  'confirm-year': { form: ConfirmYearForm },
  amend: { form: AmendForm },
  'judge-condition': { form: JudgeConditionForm },
  'prove-co-financing': { form: ProofForm },
  'lapse-year': { form: LapseYearForm, danger: true as const },
  revoke: { form: RevokeForm, danger: true as const },
};

/** One decision, whole: what is proposed or decided, why, under what conditions, what it does to the money, what followed. */
export function Component() {
  const { t } = useText();
  const { id = '' } = useParams();
  const [filters, set] = useFilters(['asOf']);
  const query = useDecision(id, filters.asOf);
  return (
    <Loaded query={query}>
      {(decision) => (
        <>
          <Head decision={decision} />
          <Notes decision={decision} />
          <div className="two">
            <div>
              <DecisionSums decision={decision} />
              <section>
                <h2>{t('web.decisions.reasons')}</h2>
                <p className="prose">{decision.reasons}</p>
              </section>
              <DifferenceTables decision={decision} />
              <Conditions decision={decision} />
              <CoFinancing decision={decision} />
              <Payments decision={decision} />
              <Reports decision={decision} />
            </div>
            <div>
              <Persons decision={decision} />
              <Filters
                of={[{ kind: 'day', name: 'asOf', label: t('web.decisions.asOf') }]}
                values={filters}
                set={set}
              />
              {decision.status === 'proposed' ? (
                <section>
                  <h2>{t('web.decisions.effect')}</h2>
                  {decision.appropriationId ? (
                    <FundEffects decision={decision} />
                  ) : (
                    <p>{t('web.decisions.noEffect')}</p>
                  )}
                </section>
              ) : (
                <AppropriationNow decision={decision} />
              )}
              <RuleOutcomes findings={decision.evidence} />
              <Letters decision={decision} />
              <Recoveries decision={decision} />
            </div>
          </div>
        </>
      )}
    </Loaded>
  );
}

function Head({ decision }: { decision: DecisionDetail }) {
  const { t, named } = useText();
  const { user } = useSession();
  const mayClaim =
    decision.outcome === 'approve' &&
    ['approved', 'superseded', 'revoked'].includes(decision.status) &&
    may(user, 'recovery.consider');
  return (
    <PageHead
      title={decision.title}
      over={`${decision.registryNumber} · ${decision.organisation.name}`}
      beside={
        <>
          <StatusTag subject="decision" status={decision.status} />
          <span className="quiet">{named('decisionOutcome', decision.outcome)}</span>
        </>
      }
    >
      <div className="actions">
        <Actions
          subject="decision"
          collection="decisions"
          id={decision.id}
          actions={decision.actions}
          acts={ACTS}
        />
        {mayClaim ? (
          <FormDialog
            label={t('action.recovery.consider')}
            help={t('web.decisions.claimHelp')}
            variant="secondary"
          >
            {(close) => <ClaimForm decision={decision} onCancel={close} />}
          </FormDialog>
        ) : null}
      </div>
    </PageHead>
  );
}

/** What one must know before reading on: why one may not decide it, what came before, what came after. */
function Notes({ decision }: { decision: DecisionDetail }) {
  const { t, named, kr, moment } = useText();
  const { user } = useSession();
  const { status, revocation } = decision;
  const isMyOwn =
    status === 'proposed' && may(user, 'decision.approve') && !decision.actions.includes('approve');
  return (
    <>
      {isMyOwn ? <Alert data-color="info">{t('web.decisions.fourEyes')}</Alert> : null}
      {decision.amendsId ? (
        <p>
          {t('web.decisions.amends')}{' '}
          <Link to={`/beslut/${decision.amendsId}`}>{t('web.decisions.earlier')}</Link>
        </p>
      ) : null}
      {decision.supersededById ? (
        <Alert data-color="warning">
          {t('web.decisions.superseded')}{' '}
          <Link to={`/beslut/${decision.supersededById}`}>{t('web.decisions.later')}</Link>
        </Alert>
      ) : null}
      {decision.returnNote ? (
        <Alert data-color="warning">
          <h2>{t('web.decisions.returnedWith')}</h2>
          <p className="prose">{decision.returnNote}</p>
        </Alert>
      ) : null}
      {revocation ? (
        <Alert data-color="danger">
          <h2>{t('web.decisions.revokedAt', { at: moment(revocation.revokedAt) })}</h2>
          <p>{revocation.grounds.map((ground) => named('revocationGround', ground)).join(', ')}</p>
          <p className="prose">{revocation.reasons}</p>
          {revocation.toRecover.map(({ year, amount }) => (
            <p key={year}>{t('web.decisions.toRecover', { year, amount: kr(amount) })}</p>
          ))}
        </Alert>
      ) : null}
    </>
  );
}

/** Four eyes by name. */
function Persons({ decision }: { decision: DecisionDetail }) {
  const { t, named, moment } = useText();
  const nameOf = usePeople();
  return (
    <Facts
      of={[
        [t('web.decisions.preparedBy'), nameOf(decision.preparedBy)],
        [t('web.decisions.proposedAt'), moment(decision.proposedAt)],
        [t('web.decisions.decidedBy'), nameOf(decision.decidedBy)],
        [t('web.decisions.decidedAt'), moment(decision.decidedAt)],
        [
          t('web.decisions.requestedBy'),
          decision.requestedBy ? named('requester', decision.requestedBy) : undefined,
        ],
        [
          t('web.decisions.theCase'),
          <Link to={`/arenden/${decision.applicationId}`}>{decision.registryNumber}</Link>,
        ],
      ]}
    />
  );
}

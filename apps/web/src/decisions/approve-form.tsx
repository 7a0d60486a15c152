import { useText } from '../frame/language.js';
import { useActForm, FormFrame } from '../parts/form.js';
import { PlainTable } from '../parts/plain-table.js';
import { SendRow } from '../parts/send-row.js';
import { FundEffects } from './fund-effects.js';
import { grantedOf } from './sums.js';
import { withDecision, type DecisionFormProps } from './use-decision.js';

/** No fields: what is asked for is that the decision maker has read what happens. */
export const ApproveForm = withDecision(function Approve({
  decision,
  send,
  onDone,
  onCancel,
}: DecisionFormProps) {
  const { t, named, kr } = useText();
  const form = useActForm({ defaults: {}, send: (_, headers) => send({}, headers), onDone });
  const isGrant = decision.outcome === 'approve';
  return (
    <FormFrame form={form}>
      <p>
        {t(isGrant ? 'web.decisions.approveGrant' : 'web.decisions.approveOther', {
          organisation: decision.organisation.name,
          outcome: named('decisionOutcome', decision.outcome).toLowerCase(),
          sum: kr(grantedOf(decision.years)),
        })}
      </p>
      {isGrant ? (
        <>
          <PlainTable
            caption={t('web.decisions.perYear')}
            rows={decision.years}
            rowKey={(row) => row.id}
            columns={[
              { header: t('web.decisions.year'), cell: (row) => row.year, foot: t('web.decisions.total') },
              {
                header: t('web.decisions.granted'),
                cell: (row) => kr(row.amount),
                isNumber: true,
                foot: kr(grantedOf(decision.years)),
              },
            ]}
          />
          <FundEffects decision={decision} isShort />
          {decision.years.length > 1 ? <p>{t('web.decisions.approveConditional')}</p> : null}
        </>
      ) : null}
      <ul className="happens">
        <li>{t('web.decisions.happensLetter')}</li>
        {isGrant ? <li>{t('web.decisions.happensPayments')}</li> : null}
        {decision.amendsId ? <li>{t('web.decisions.happensSuperseded')}</li> : null}
        <li>{t('web.decisions.happensFinal')}</li>
      </ul>
      <SendRow label={t('action.decision.approve')} isSending={form.isSending} onCancel={onCancel} />
    </FormFrame>
  );
});

import { Link, useParams } from 'react-router';
import { queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Actions } from '../parts/actions.js';
import { Facts } from '../parts/facts.js';
import { Loaded } from '../parts/loaded.js';
import { PageHead } from '../parts/page-head.js';
import { usePeople } from '../parts/people.js';
import { StatusTag } from '../parts/status-tag.js';
import { may, useSession } from '../session/session.js';
import { PAYMENT_ACTS } from './payment-acts.js';
import { Why } from './why.js';

/** One payment: what it is of, where it stands and why, and what came before and after it. */
export function Component() {
  const { id = '' } = useParams();
  const query = queries.useQuery('get', '/api/v1/payments/{id}', { params: { path: { id } } });
  return <Loaded query={query}>{(payment) => <Shown payment={payment} />}</Loaded>;
}

function Shown({ payment }: { payment: Schemas['PaymentView'] }) {
  const { t, kr, day, moment } = useText();
  const nameOf = usePeople();
  const { user } = useSession();
  const isStaff = may(user, 'paymentFile.read');
  const { replaces, replacedBy, paymentFileId } = payment;
  return (
    <>
      <PageHead
        title={t('web.payments.heading', { year: payment.year, instalment: payment.instalment })}
        over={`${payment.registryNumber} · ${payment.organisation.name}`}
        beside={<StatusTag subject="payment" status={payment.status} />}
        actions={
          <Actions
            subject="payment"
            collection="payments"
            id={payment.id}
            actions={payment.actions}
            acts={PAYMENT_ACTS}
          />
        }
      >
        <p>
          <Why payment={payment} />
        </p>
      </PageHead>
      <Facts
        of={[
          [t('web.payments.amount'), kr(payment.amount)],
          [t('web.payments.setOff'), payment.setOff > 0 ? kr(payment.setOff) : undefined],
          [t('web.payments.toPay'), kr(payment.toPay)],
          [t('web.payments.payOn'), day(payment.payOn)],
          [t('web.payments.executedOn'), payment.executedOn ? day(payment.executedOn) : undefined],
          [
            t('web.payments.decision'),
            isStaff ? (
              <Link to={`/beslut/${payment.decisionId}`}>{payment.registryNumber}</Link>
            ) : (
              payment.registryNumber
            ),
          ],
          [
            t('web.payments.attestedBy'),
            isStaff && payment.attestedBy ? nameOf(payment.attestedBy) : undefined,
          ],
          [t('web.payments.attestedAt'), payment.attestedAt ? moment(payment.attestedAt) : undefined],
          [
            t('web.payments.file'),
            isStaff && paymentFileId ? (
              <Link to={`/utbetalningar/filer/${paymentFileId}`}>{t('web.payments.theFile')}</Link>
            ) : undefined,
          ],
          [t('web.payments.endToEndId'), <code>{payment.endToEndId}</code>],
          [
            t('web.payments.replaces'),
            replaces ? (
              <Link to={`/utbetalningar/${replaces}`}>{t('web.payments.theBounced')}</Link>
            ) : undefined,
          ],
          [
            t('web.payments.replacedBy'),
            replacedBy ? (
              <Link to={`/utbetalningar/${replacedBy}`}>{t('web.payments.theNew')}</Link>
            ) : undefined,
          ],
        ]}
      />
    </>
  );
}

import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { queries } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Loaded } from '../parts/loaded.js';
import { PageHead } from '../parts/page-head.js';
import { may, useSession } from '../session/session.js';
import { ExportList } from './export-list.js';
import { OrderForm } from './order-form.js';
import './exports.css';

export function Component() {
  const { t } = useText();
  const { user } = useSession();
  const [search] = useSearchParams();
  const order = search.get('bestall');
  const [isOrdering, begin] = useState(order !== null);
  const kinds = queries.useQuery('get', '/api/v1/export-kinds');
  return (
    <>
      <PageHead
        title={t('web.exports.title')}
        actions={
          <>
            <Link to="/uttag/aterkommande">{t('web.exports.schedules')}</Link>
            {may(user, 'export.create') && !isOrdering ? (
              <Button onClick={() => begin(true)}>{t('web.exports.order')}</Button>
            ) : null}
          </>
        }
      >
        <p>{t('web.exports.intro')}</p>
      </PageHead>
      {isOrdering ? (
        <section aria-labelledby="order" className="order">
          <h2 id="order">{t('web.exports.order')}</h2>
          <Loaded query={kinds}>
            {({ items }) => <OrderForm key={order} kinds={items} onCancel={() => begin(false)} />}
          </Loaded>
        </section>
      ) : null}
      <section aria-labelledby="history">
        <h2 id="history">{t('web.exports.history')}</h2>
        <ExportList kinds={(kinds.data?.items ?? []).map(({ kind }) => kind)} />
      </section>
    </>
  );
}

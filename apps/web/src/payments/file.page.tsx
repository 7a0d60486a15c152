import { Button } from '@digdir/designsystemet-react';
import { Link, useParams } from 'react-router';
import { formatAccount } from '#domain/payments/accounts/account';
import { queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { Facts } from '../parts/facts.js';
import { Loaded } from '../parts/loaded.js';
import { PageHead } from '../parts/page-head.js';
import { usePeople } from '../parts/people.js';
import { StatusTag } from '../parts/status-tag.js';
import { NoticeForm } from './notice-form.js';
import { Settlements } from './settlements.js';
import { Bounce } from './why.js';

type File = Schemas['PaymentFileDetail'];
type Line = Schemas['PaymentFileLineView'];

const POLL_MS = 1_500;

/** One file for the bank: its lines and sums, the file itself, and what the bank has answered. */
export function Component() {
  const { id = '' } = useParams();
  const query = queries.useQuery(
    'get',
    '/api/v1/payment-files/{id}',
    { params: { path: { id } } },
    { refetchInterval: ({ state }) => (state.data?.status === 'queued' ? POLL_MS : false) },
  );
  return <Loaded query={query}>{(file) => <Shown file={file} />}</Loaded>;
}

function Shown({ file }: { file: File }) {
  const { t } = useText();
  const columns = useColumns();
  return (
    <>
      <PageHead
        title={t('web.payments.file')}
        over={<Link to="/utbetalningar/filer">{t('web.payments.files')}</Link>}
        beside={<StatusTag subject="paymentFile" status={file.status} />}
        actions={
          file.status === 'ready' ? (
            <Button asChild>
              <a href={`/api/v1/payment-files/${file.id}.xml`} download>
                {t('web.payments.download')}
              </a>
            </Button>
          ) : null
        }
      >
        {file.status === 'queued' ? <p role="status">{t('web.payments.making')}</p> : null}
      </PageHead>
      <FileFacts file={file} />
      <h2>{t('web.payments.lines')}</h2>
      <DataTable
        name="paymentFileLines"
        caption={t('web.payments.lines')}
        columns={columns}
        rows={file.lines}
        rowKey={(row) => row.paymentId}
      />
      <section>
        <h2>{t('web.payments.answers')}</h2>
        <Settlements file={file} />
        {file.actions.includes('register-settlement') ? <NoticeForm id={file.id} /> : null}
      </section>
    </>
  );
}

function FileFacts({ file }: { file: File }) {
  const { t, kr, number, moment } = useText();
  const nameOf = usePeople();
  return (
    <Facts
      of={[
        [t('web.payments.count'), file.paymentCount],
        [t('web.payments.controlSum'), kr(file.controlSum)],
        [t('web.payments.atBank'), file.payments.sent],
        [t('web.payments.executed'), file.payments.executed],
        [t('web.payments.bounced'), file.payments.bounced],
        [t('web.payments.requestedBy'), nameOf(file.requestedBy)],
        [t('web.payments.requestedAt'), moment(file.requestedAt)],
        [t('web.payments.madeAt'), file.madeAt ? moment(file.madeAt) : undefined],
        [
          t('web.payments.size'),
          file.size === null ? undefined : t('web.payments.bytes', { n: number(file.size) }),
        ],
        [t('web.payments.messageId'), <code>{file.messageId}</code>],
        [t('web.payments.checksum'), file.sha256 ? <code>{file.sha256}</code> : undefined],
      ]}
    />
  );
}

function useColumns(): Column<Line>[] {
  const { t, named, kr, day } = useText();
  return [
    { code: 'number', header: t('web.payments.line'), cell: (row) => row.number },
    {
      code: 'organisation',
      header: t('web.payments.organisation'),
      cell: (row) => <Link to={`/utbetalningar/${row.paymentId}`}>{row.organisation.name}</Link>,
    },
    {
      code: 'account',
      header: t('web.payments.account'),
      cell: (row) => `${named('web.payments.kindShort', row.account.kind)} ${formatAccount(row.account)}`,
    },
    { code: 'amount', header: t('web.payments.toPay'), cell: (row) => kr(row.amount), isNumber: true },
    { code: 'executeOn', header: t('web.payments.executeOn'), cell: (row) => day(row.executeOn) },
    {
      code: 'status',
      header: t('web.payments.status'),
      cell: (row) => <StatusTag subject="payment" status={row.status} />,
    },
    {
      code: 'outcome',
      header: t('web.payments.bankSays'),
      cell: (row) => (row.bounce ? <Bounce of={row.bounce} /> : day(row.executedOn)),
    },
    {
      code: 'endToEndId',
      header: t('web.payments.endToEndId'),
      cell: (row) => <code>{row.endToEndId}</code>,
      isExtra: true,
    },
  ];
}

import { Details, Tag } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Loaded } from '../parts/loaded.js';
import { usePeople } from '../parts/people.js';
import { PlainTable } from '../parts/plain-table.js';

type File = Schemas['PaymentFileDetail'];
type Row = Schemas['BankAnswerRowView'];

const COLOURS: Record<Row['outcome'], 'success' | 'danger' | 'warning' | 'info' | 'neutral'> = {
  executed: 'success',
  accepted: 'info',
  pending: 'info',
  alreadyExecuted: 'neutral',
  alreadyBounced: 'neutral',
  bounced: 'danger',
  amountDiffers: 'danger',
  currencyDiffers: 'danger',
  unknownReference: 'warning',
  otherFile: 'warning',
  contradicts: 'danger',
  demandedBack: 'danger',
};

/** The bank's notices that were read in, each with what its rows came to. */
export function Settlements({ file }: { file: File }) {
  const { t, moment } = useText();
  const nameOf = usePeople();
  if (file.settlements.length === 0) return <p>{t('web.payments.noAnswers')}</p>;
  return file.settlements.map((notice) => (
    <Notice
      key={notice.id}
      fileId={file.id}
      notice={notice}
      title={`${notice.kind}, ${moment(notice.uploadedAt)}, ${nameOf(notice.uploadedBy)}`}
    />
  ));
}

interface NoticeProps {
  fileId: string;
  notice: Schemas['BankAnswerItem'];
  title: string;
}

function Notice({ fileId, notice, title }: NoticeProps) {
  const { t, named } = useText();
  const [isOpen, open] = useState(false);
  const counts = Object.entries(notice.outcomes as Record<string, number>);
  return (
    <Details open={isOpen} onToggle={() => open(!isOpen)}>
      <Details.Summary>
        {title}: {counts.map(([outcome, n]) => `${named('web.payments.outcome', outcome)} ${n}`).join(', ')}
      </Details.Summary>
      <Details.Content>
        <p>
          {t('web.payments.messageId')}: <code>{notice.messageId ?? '–'}</code>
          <br />
          {t('web.payments.checksum')}: <code>{notice.sha256}</code>
        </p>
        {isOpen ? <RowsOf fileId={fileId} id={notice.id} /> : null}
      </Details.Content>
    </Details>
  );
}

function RowsOf({ fileId, id }: { fileId: string; id: string }) {
  const query = queries.useQuery('get', '/api/v1/payment-files/{id}/settlements/{settlementId}', {
    params: { path: { id: fileId, settlementId: id } },
  });
  return <Loaded query={query}>{({ rows }) => <NoticeRows rows={rows} />}</Loaded>;
}

/** Every row of a notice: which payment it is of, what became of it, and what differs where it did not match. */
export function NoticeRows({ rows }: { rows: readonly Row[] }) {
  const { t, named, kr, day } = useText();
  return (
    <PlainTable
      caption={t('web.payments.noticeRows')}
      rows={rows}
      rowKey={(row) => row.number}
      columns={[
        { header: t('web.payments.line'), cell: (row) => row.number },
        {
          header: t('web.payments.result'),
          cell: (row) => (
            <Tag data-color={COLOURS[row.outcome]}>{named('web.payments.outcome', row.outcome)}</Tag>
          ),
        },
        {
          header: t('web.payments.endToEndId'),
          cell: (row) =>
            row.paymentId ? (
              <Link to={`/utbetalningar/${row.paymentId}`}>{row.endToEndId}</Link>
            ) : (
              (row.endToEndId ?? '–')
            ),
        },
        {
          header: t('web.payments.inNotice'),
          cell: (row) => (row.amount === null ? '–' : `${row.amount} ${row.currency ?? ''}`),
          isNumber: true,
        },
        { header: t('web.payments.expected'), cell: (row) => kr(row.expected), isNumber: true },
        { header: t('web.payments.inNoticeOn'), cell: (row) => day(row.on) },
        {
          header: t('web.payments.bankSays'),
          cell: (row) => [row.reason?.code, row.reason?.text].filter(Boolean).join(': ') || '–',
        },
      ]}
    />
  );
}

import { queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Loaded } from '../parts/loaded.js';
import { usePeople } from '../parts/people.js';
import { PlainTable } from '../parts/plain-table.js';
import { FindingList } from './rule-outcomes.js';
import type { DecisionDetail } from './use-decision.js';

type FollowUp = Schemas['CoFinancingFollowUp'];

/** What others were to pay: planned, decided, reported and evidenced, per year and source. */
export function CoFinancing({ decision }: { decision: DecisionDetail }) {
  if (decision.outcome !== 'approve') return null;
  return <Followed id={decision.id} />;
}

function Followed({ id }: { id: string }) {
  const { t } = useText();
  const query = queries.useQuery('get', '/api/v1/decisions/{id}/co-financing', { params: { path: { id } } });
  return (
    <section>
      <h2>{t('web.decisions.coFinancing')}</h2>
      <Loaded query={query}>
        {(followed) => (
          <>
            <SourceTable followed={followed} />
            <ShareTable followed={followed} />
            <FindingList findings={followed.findings} />
            <Proofs followed={followed} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function SourceTable({ followed }: { followed: FollowUp }) {
  const { t, named, kr } = useText();
  const rows = followed.years.flatMap(({ year, sources }) => sources.map((row) => ({ ...row, year })));
  const { coFinancing } = followed.total;
  if (rows.length === 0) return <p>{t('web.decisions.noCoFinancing')}</p>;
  return (
    <PlainTable
      caption={t('web.decisions.coFinancing')}
      rows={rows}
      rowKey={(row) => `${row.year}${row.source}`}
      columns={[
        {
          header: t('web.decisions.yearAndSource'),
          cell: (row) => `${row.year} ${named('coFinancingSource', row.source)}`,
          foot: t('web.decisions.total'),
        },
        {
          header: t('web.decisions.planned'),
          cell: (row) => kr(row.planned),
          isNumber: true,
          foot: kr(coFinancing.planned),
        },
        {
          header: t('web.decisions.decided'),
          cell: (row) => kr(row.decided),
          isNumber: true,
          foot: kr(coFinancing.decided),
        },
        {
          header: t('web.decisions.reported'),
          cell: (row) => kr(row.reported),
          isNumber: true,
          foot: kr(coFinancing.reported),
        },
        {
          header: t('web.decisions.evidenced'),
          cell: (row) => kr(row.evidenced),
          isNumber: true,
          foot: kr(coFinancing.evidenced),
        },
      ]}
    />
  );
}

/** The grant's share of the costs, held against the ceiling of the ordinance. */
function ShareTable({ followed }: { followed: FollowUp }) {
  const { t, number } = useText();
  const share = (value: string | null) => (value === null ? '–' : `${number(Number(value))} %`);
  return (
    <>
      <h3>
        {followed.percent === null
          ? t('web.decisions.share')
          : t('web.decisions.shareAtMost', { percent: followed.percent })}
      </h3>
      <PlainTable
        caption={t('web.decisions.share')}
        rows={[...followed.years, followed.total]}
        rowKey={(row) => row.year ?? 'total'}
        columns={[
          { header: t('web.decisions.year'), cell: (row) => row.year ?? t('web.decisions.total') },
          { header: t('web.decisions.planned'), cell: (row) => share(row.share.planned), isNumber: true },
          { header: t('web.decisions.decided'), cell: (row) => share(row.share.decided), isNumber: true },
          { header: t('web.decisions.reported'), cell: (row) => share(row.share.reported), isNumber: true },
        ]}
      />
    </>
  );
}

function Proofs({ followed }: { followed: FollowUp }) {
  const { t, named, kr, day } = useText();
  const nameOf = usePeople();
  if (followed.proofs.length === 0) return null;
  return (
    <>
      <h3>{t('web.decisions.proofs')}</h3>
      <PlainTable
        caption={t('web.decisions.proofs')}
        rows={followed.proofs}
        rowKey={(row) => row.id}
        columns={[
          {
            header: t('web.decisions.yearAndSource'),
            cell: (row) => `${row.year} ${named('coFinancingSource', row.source)}`,
          },
          { header: t('web.decisions.evidenced'), cell: (row) => kr(row.amount), isNumber: true },
          {
            header: t('web.decisions.proofKind'),
            cell: (row) => `${named('proofKind', row.kind)}: ${row.reference}`,
          },
          {
            header: t('web.decisions.recordedBy'),
            cell: (row) => `${nameOf(row.recordedBy)}, ${day(row.recordedAt)}`,
          },
        ]}
      />
    </>
  );
}

import { Link } from 'react-router';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Loaded } from '../parts/loaded.js';
import { usePeople } from '../parts/people.js';
import { PlainTable } from '../parts/plain-table.js';
import { useList } from '../parts/use-list.js';

type Amendment = Schemas['AppropriationAmendmentView'];

/** The letters that changed it, and what was carried over to or from another year. */
export function Amendments({ id }: { id: string }) {
  const { t, named, day } = useText();
  const nameOf = usePeople();
  const { rows, error } = useList<Amendment>(`/api/v1/appropriations/${id}/amendments`, {}, 200);
  return (
    <section>
      <h2>{t('web.appropriations.amendments')}</h2>
      <Loaded query={{ data: rows, error }}>
        {(amendments) =>
          amendments.length === 0 ? (
            <p>{t('web.appropriations.noAmendments')}</p>
          ) : (
            <PlainTable
              caption={t('web.appropriations.amendments')}
              rows={amendments}
              rowKey={(row) => row.id}
              columns={[
                {
                  header: t('web.appropriations.letter'),
                  cell: (row) => (
                    <>
                      {row.letterReference}
                      <span className="under">{day(row.decidedOn)}</span>
                    </>
                  ),
                },
                {
                  header: t('web.appropriations.kind'),
                  cell: (row) => (
                    <>
                      {named('web.appropriations.kind', row.kind)}
                      {row.counterpartId ? (
                        <span className="under">
                          <Link to={`/anslag/${row.counterpartId}`}>
                            {t('web.appropriations.counterpart')}
                          </Link>
                        </span>
                      ) : null}
                    </>
                  ),
                },
                {
                  header: t('fund.appropriation'),
                  cell: (row) => <Changed of={row.amount} />,
                  isNumber: true,
                },
                {
                  header: t('fund.commitmentLimit'),
                  cell: (row) => <Changed of={row.commitmentLimit} />,
                  isNumber: true,
                },
                { header: t('web.appropriations.reason'), cell: (row) => row.reason },
                { header: t('web.appropriations.by'), cell: (row) => nameOf(row.amendedBy) },
              ]}
            />
          )
        }
      </Loaded>
    </section>
  );
}

function Changed({ of }: { of: Schemas['FundChange'] }) {
  const { t, kr } = useText();
  return of.before === of.after ? (
    '–'
  ) : (
    <>
      {kr(of.after)}
      <span className="under">{t('web.appropriations.was', { amount: kr(of.before) })}</span>
    </>
  );
}

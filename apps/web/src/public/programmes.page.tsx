import { Table, Tag } from '@digdir/designsystemet-react';
import { Link } from 'react-router';
import { useText } from '../frame/language.js';
import { Loaded } from '../parts/loaded.js';
import { PageHead } from '../parts/page-head.js';
import { today } from '../parts/today.js';
import { useProgrammes } from './use-programmes.js';
import type { Programme } from './wordings.js';
import './public.css';

export function Component() {
  const { t } = useText();
  const { query } = useProgrammes();
  return (
    <>
      <PageHead title={t('web.programmes.title')}>
        <p>{t('web.programmes.intro')}</p>
      </PageHead>
      <Loaded query={query}>
        {({ items }) => (
          <div className="scroll-x" tabIndex={0} role="region" aria-label={t('web.programmes.caption')}>
            <Table border>
              <caption className="sr-only">{t('web.programmes.caption')}</caption>
              <Table.Head>
                <Table.Row>
                  <Table.HeaderCell>{t('web.programmes.name')}</Table.HeaderCell>
                  <Table.HeaderCell>{t('web.programmes.ordinance')}</Table.HeaderCell>
                  <Table.HeaderCell>{t('web.programmes.status')}</Table.HeaderCell>
                  <Table.HeaderCell className="number">{t('web.programmes.wordings')}</Table.HeaderCell>
                </Table.Row>
              </Table.Head>
              <Table.Body>
                {items.map((programme) => (
                  <Table.Row key={programme.code}>
                    <th scope="row">
                      <Link to={`/stod/${programme.code}`}>{programme.name}</Link>
                    </th>
                    <Table.Cell>{programme.isExample ? '–' : `SFS ${programme.wordings[0]?.sfs}`}</Table.Cell>
                    <Table.Cell>
                      <ProgrammeTags of={programme} />
                    </Table.Cell>
                    <Table.Cell className="number">{programme.wordings.length}</Table.Cell>
                  </Table.Row>
                ))}
              </Table.Body>
            </Table>
          </div>
        )}
      </Loaded>
    </>
  );
}

/** Whether it is in force, and whether it is an example. */
export function ProgrammeTags({ of: { isExample, repealed, wordings } }: { of: Programme }) {
  const { t, day } = useText();
  const first = wordings[0]?.validFrom;
  const isAhead = first !== undefined && first > today();
  return (
    <span className="tags">
      {repealed ? (
        <Tag data-color="neutral">{t('web.programmes.repealed')}</Tag>
      ) : isAhead ? (
        <Tag data-color="info">{t('web.programmes.upcoming', { day: day(first) })}</Tag>
      ) : (
        <Tag data-color="success">{t('web.programmes.inForce')}</Tag>
      )}
      {isExample ? <Tag data-color="warning">{t('web.programmes.example')}</Tag> : null}
    </span>
  );
}

import { Table } from '@digdir/designsystemet-react';
import { queries } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Facts } from '../parts/facts.js';
import type { Export } from './order.js';

/** What a file that was fetched is held against. */
export function Control({ one }: { one: Export }) {
  const { t } = useText();
  return (
    <section>
      <h2>{t('web.exports.control')}</h2>
      <p>{t('web.exports.controlHelp')}</p>
      <Facts
        of={[
          [t('web.exports.sha256'), <Checksum key="file" of={one.sha256} />],
          [t('web.exports.rowsSha256'), <Checksum key="rows" of={one.rowsSha256} />],
        ]}
      />
      <Sums one={one} />
    </section>
  );
}

const Checksum = ({ of }: { of: string | null }) => <span className="checksum">{of ?? '–'}</span>;

function Sums({ one: { kind, controlSums } }: { one: Export }) {
  const { t, heading, kr, number } = useText();
  const { data } = queries.useQuery('get', '/api/v1/export-kinds');
  const columns = data?.items.find((each) => each.kind === kind)?.columns ?? [];
  const typeOf = (key: string) => columns.find((column) => column.key === key)?.type;
  const sums = Object.entries(controlSums ?? {});
  if (sums.length === 0) return <p>{t('web.exports.noSums')}</p>;
  return (
    <Table border className="sums">
      <caption>{t('web.exports.controlSums')}</caption>
      <Table.Head>
        <Table.Row>
          <Table.HeaderCell>{t('web.exports.column')}</Table.HeaderCell>
          <Table.HeaderCell className="number">{t('web.exports.sum')}</Table.HeaderCell>
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {sums.map(([key, sum]) => (
          <Table.Row key={key}>
            <th scope="row">{heading(kind, key)}</th>
            <Table.Cell className="number">{typeOf(key) === 'money' ? kr(sum) : number(sum)}</Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  );
}

import { Field, Label, Select, Table } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { api, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Loaded } from '../parts/loaded.js';
import type { CallMoney, Moves } from './simulation.js';
import { useLater } from './use-later.js';

const AMONG = ['eligible', 'notExcluded', 'all'] as const;

interface AllocationProps {
  callId: string;
  money: CallMoney;
  of: { measure: string; floor?: number; cap?: number };
  among: string | undefined;
  set: (moves: Moves) => void;
}

/** The money shared by measure and inhabitants, by the rules as they are. The sum is exact. */
export function Allocation({ callId, money, of: key, among: chosen, set }: AllocationProps) {
  const { t } = useText();
  const id = useId();
  const among = AMONG.find((each) => each === chosen) ?? 'eligible';
  const query = useAllocation(callId, JSON.stringify({ ...money, key, among }));
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('web.allocation.title')}</h2>
      <p className="quiet">{t('web.allocation.help')}</p>
      <Field className="narrow">
        <Label htmlFor={id}>{t('web.allocation.among')}</Label>
        <Select id={id} value={among} onChange={(event) => set({ bland: event.target.value })}>
          {AMONG.map((each) => (
            <Select.Option key={each} value={each}>
              {t(`web.allocation.among.${each}`)}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Loaded query={query}>{(allocation) => <Shares allocation={allocation} />}</Loaded>
    </section>
  );
}

function useAllocation(id: string, body: string) {
  const asked = useLater(body);
  return useQuery({
    queryKey: ['allocate', id, asked],
    queryFn: async ({ signal }) => {
      const path = '/api/v1/calls/{id}/allocate';
      const answer = await api.POST(path, {
        params: { path: { id } },
        body: JSON.parse(asked) as object,
        signal,
      } as never);
      return answer.data as unknown as Schemas['AllocationView'];
    },
    placeholderData: (before) => before,
    retry: false,
  });
}

function Shares({ allocation }: { allocation: Schemas['AllocationView'] }) {
  const { t, named, kr, number } = useText();
  const { items, values, leftOut, total } = allocation;
  const sum = items.reduce((all, { amount }) => all + amount, 0);
  return (
    <>
      {values ? (
        <p className="quiet">
          {t('web.allocation.values', {
            measure: named('measure', values.measure),
            vintage: values.dataset.vintage,
            quality: named('quality', values.quality),
          })}
        </p>
      ) : null}
      <div className="scroll-x" tabIndex={0} role="region" aria-label={t('web.allocation.table')}>
        <Table border className="before-after">
          <caption className="sr-only">{t('web.allocation.title')}</caption>
          <Table.Head>
            <Table.Row>
              <Table.HeaderCell>{t('web.work.organisation')}</Table.HeaderCell>
              <Table.HeaderCell className="number">{t('web.allocation.value')}</Table.HeaderCell>
              <Table.HeaderCell className="number">{t('web.allocation.population')}</Table.HeaderCell>
              <Table.HeaderCell className="number">{t('web.allocation.weight')}</Table.HeaderCell>
              <Table.HeaderCell className="number">{t('web.allocation.amount')}</Table.HeaderCell>
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {items.map(({ organisation, value, population, weight, amount }) => (
              <Table.Row key={organisation.id}>
                <th scope="row">{organisation.name}</th>
                <Table.Cell className="number">{number(value)}</Table.Cell>
                <Table.Cell className="number">{number(population)}</Table.Cell>
                <Table.Cell className="number">{number(Math.round(weight))}</Table.Cell>
                <Table.Cell className="number">{kr(amount)}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
          <Table.Foot>
            <Table.Row>
              <th scope="row">{t('web.allocation.sum', { count: items.length })}</th>
              <td colSpan={3} />
              <Table.Cell className="number">{kr(sum)}</Table.Cell>
            </Table.Row>
          </Table.Foot>
        </Table>
      </div>
      {sum === total ? null : <p className="wrong">{t('web.allocation.rest', { rest: total - sum })}</p>}
      {leftOut.length > 0 ? (
        <details>
          <summary>{t('web.allocation.leftOut', { count: leftOut.length })}</summary>
          <ul>
            {leftOut.map(({ organisation, reason }) => (
              <li key={organisation.id}>
                {organisation.name}: {named('reason', reason)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

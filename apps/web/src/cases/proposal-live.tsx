import { Table } from '@digdir/designsystemet-react';
import { useWatch } from 'react-hook-form';
import { computeBudgetTotal } from '#domain/applications/budget-sums';
import { formatShare } from '#domain/shared/share';
import { queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Facts } from '../parts/facts.js';
import { drawnFrom, fundFor, type Drawn, type Fund } from './draw.js';
import { FindingLine } from './finding-line.js';
import { checkWhileTyping, sentProposal, type ProposalCase, type ProposalValues } from './proposal.js';

interface ProposalLiveProps {
  call: Schemas['CallView'];
  funds: readonly Fund[];
  of: ProposalCase;
}

/** What the proposal comes to while it is being written: the money it binds, and what the rules say of it. */
export function ProposalLive({ call, funds, of }: ProposalLiveProps) {
  const { t, number } = useText();
  const values = useWatch() as ProposalValues;
  const sent = sentProposal(values);
  const findings = checkWhileTyping(sent, of);
  const wrong = findings.filter(({ outcome }) => outcome !== 'met');
  const years = sent.body.years.filter(({ amount }) => typeof amount === 'number');
  const granted = years.reduce((sum, { amount }) => sum + amount, 0);
  const share = formatShare(granted, computeBudgetTotal(of.content).costs);
  return (
    <aside className="live" tabIndex={0} aria-label={t('web.live.title')}>
      <h2>{t('web.live.title')}</h2>
      <p role="status">
        {wrong.length === 0 ? t('web.live.allMet') : t('web.live.wrong', { count: wrong.length })}
      </p>
      {values.outcome === 'approve' ? (
        <>
          <Money call={call} funds={funds} years={years} />
          <Facts of={[[t('web.content.share'), share === null ? '–' : `${number(Number(share))} %`]]} />
        </>
      ) : null}
      <ul className="findings">
        {[...wrong, ...findings.filter((each) => !wrong.includes(each))].map((finding, place) => (
          <FindingLine key={place} finding={finding as never} />
        ))}
      </ul>
    </aside>
  );
}

interface MoneyProps {
  call: Schemas['CallView'];
  funds: readonly Fund[];
  years: { year: number; amount: number }[];
}

function Money({ call, funds, years }: MoneyProps) {
  const { t } = useText();
  if (years.length === 0) return <p className="quiet">{t('web.live.noMoney')}</p>;
  const granted = years.map(({ year }) => year);
  const fund = fundFor(funds, call.appropriationCode, granted);
  if (!fund) return <p className="wrong">{t('web.live.noFund', { code: call.appropriationCode })}</p>;
  return (
    <>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={t('web.live.fund')}>
        <Table border className="plain">
          <caption>
            {fund.code}, {fund.year}
          </caption>
          <Table.Head>
            <Table.Row>
              <Table.HeaderCell>{t('web.live.fund')}</Table.HeaderCell>
              <Table.HeaderCell className="number">{t('web.live.available')}</Table.HeaderCell>
              <Table.HeaderCell className="number">{t('web.live.drawn')}</Table.HeaderCell>
              <Table.HeaderCell className="number">{t('web.live.after')}</Table.HeaderCell>
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {drawnFrom(fund, years).map((line) => (
              <FundLine key={line.fund} line={line} />
            ))}
          </Table.Body>
        </Table>
      </div>
      <Bound fundId={fund.id} years={years.filter(({ year }) => year > fund.year)} />
    </>
  );
}

function FundLine({ line }: { line: Drawn }) {
  const { t, named, kr } = useText();
  return (
    <Table.Row>
      <th scope="row">{named('fund', line.fund)}</th>
      <Table.Cell className="number">{kr(line.available)}</Table.Cell>
      <Table.Cell className="number">{kr(line.drawn)}</Table.Cell>
      <Table.Cell className={line.after < 0 ? 'number wrong' : 'number'}>
        {kr(line.after)}
        {line.after < 0 ? <div>{t('web.live.notEnough')}</div> : null}
      </Table.Cell>
    </Table.Row>
  );
}

/** What is promised of later years already, and what it would be with the proposal. */
function Bound({ fundId, years }: { fundId: string; years: { year: number; amount: number }[] }) {
  const { t, kr } = useText();
  const { data } = queries.useQuery('get', '/api/v1/appropriations/{id}/ledger', {
    params: { path: { id: fundId }, query: { limit: 1 } },
  });
  if (years.length === 0 || !data) return null;
  const bound = (of: number) => {
    const year = data.futureYears.find((each) => each.year === of);
    return (year?.reserved ?? 0) + (year?.committed ?? 0);
  };
  return (
    <ul className="bare">
      {years.map(({ year, amount }) => (
        <li key={year}>
          {t('web.live.bound', { year, now: kr(bound(year)), then: kr(bound(year) + amount) })}
        </li>
      ))}
    </ul>
  );
}

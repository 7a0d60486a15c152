import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useParams } from 'react-router';
import { api, queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Loaded } from '../parts/loaded.js';
import { PageHead } from '../parts/page-head.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { StatusTag } from '../parts/status-tag.js';
import { useFilters } from '../parts/use-filters.js';
import './calls.css';
import { Allocation } from './allocation.js';
import { MoneyMoves } from './money-moves.js';
import { RuleMoves } from './rule-moves.js';
import { SimulationResult } from './simulation-result.js';
import { keyOf, moneyOf, MOVES, simulationOf, type CallMoney } from './simulation.js';
import { useLater } from './use-later.js';

type Simulation = Schemas['SimulationView'];

/** The measure that money is shared by until another is chosen: the one that is there for every municipality. */
const MEASURE = 'areaType12Share';

export function Component() {
  const { t } = useText();
  const { call: id = '' } = useParams();
  const query = queries.useQuery('get', '/api/v1/calls/{id}', { params: { path: { id } } });
  return (
    <>
      <PageHead
        title={t('web.simulator.title')}
        over={<Link to="/utlysningar">{t('web.calls.title')}</Link>}
        beside={query.data ? <StatusTag subject="call" status={query.data.status} /> : null}
      >
        <p>{query.data?.title}</p>
        <p className="quiet">{t('web.simulator.help')}</p>
      </PageHead>
      <Loaded query={query}>{(call) => <Simulator call={call} />}</Loaded>
    </>
  );
}

function Simulator({ call }: { call: Schemas['CallView'] }) {
  const [moves, set] = useFilters(MOVES);
  const own: CallMoney = { total: call.budget[0]?.amount ?? 0, year: call.budget[0]?.year ?? call.years[0]! };
  const body = JSON.stringify(simulationOf(moves, own, MEASURE));
  const { data, error, isStale } = useSimulation(call.id, body);
  const money = moneyOf(moves, own);
  const key = useMemo(() => keyOf(moves, MEASURE), [moves]);
  return (
    <>
      <div className="simulator">
        <div className="form moves">
          {data ? <RuleMoves today={data.today} moves={moves} set={set} /> : null}
          <MoneyMoves moves={moves} money={money} measure={key.measure} set={set} />
        </div>
        <div className="results" data-stale={isStale}>
          {data ? <ProblemNotice error={error} /> : null}
          <Loaded query={{ data, error: data ? null : error }}>
            {(simulation) => <SimulationResult simulation={simulation} />}
          </Loaded>
          <Allocation callId={call.id} money={money} of={key} among={moves.bland} set={set} />
        </div>
      </div>
    </>
  );
}

/** What is asked once it has stood still; the last answer stays until the next is there. */
function useSimulation(id: string, body: string) {
  const asked = useLater(body);
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['simulate', id, asked],
    queryFn: async ({ signal }) => {
      const path = '/api/v1/calls/{id}/simulate';
      const answer = await api.POST(path, {
        params: { path: { id } },
        body: JSON.parse(asked) as object,
        signal,
      } as never);
      return answer.data as unknown as Simulation;
    },
    placeholderData: (before) => before,
    retry: false,
  });
  return { data, error: error as unknown, isStale: isPlaceholderData || asked !== body };
}

import { Alert } from '@digdir/designsystemet-react';
import { Link, useParams } from 'react-router';
import { queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Loaded } from '../parts/loaded.js';
import { PageHead } from '../parts/page-head.js';
import './cases.css';
import { InterestGate } from './interest-gate.js';
import { ProposalForm } from './proposal-form.js';
import { wordingOf } from './proposal.js';
import { useStanding } from './use-standing.js';

export function Component() {
  const { t } = useText();
  const { id = '' } = useParams();
  const query = queries.useQuery('get', '/api/v1/applications/{id}', { params: { path: { id } } });
  return (
    <>
      <PageHead
        title={t('web.propose.title')}
        over={
          <Link to={`/arenden/${id}`}>
            {query.data
              ? `${query.data.registryNumber ?? '–'} · ${query.data.organisation.name}`
              : t('web.compare.back')}
          </Link>
        }
      >
        {query.data ? <p>{query.data.title}</p> : null}
      </PageHead>
      <Loaded query={query}>{(one) => <Proposing one={one} />}</Loaded>
    </>
  );
}

function Proposing({ one }: { one: Schemas['ApplicationDetail'] }) {
  const { t } = useText();
  const standing = useStanding(one);
  if (!standing.mayAct) return <InterestGate one={one} standing={standing} />;
  if (!one.actions.includes('propose'))
    return (
      <Alert data-color="info">
        <p>{t('web.propose.notNow')}</p>
        <p>
          <Link to={`/arenden/${one.id}`}>{t('web.compare.back')}</Link>
        </p>
      </Alert>
    );
  return <WithFacts one={one} />;
}

/** What the rules and the money are reckoned from is read before the form is shown. */
function WithFacts({ one }: { one: Schemas['ApplicationDetail'] }) {
  const call = queries.useQuery('get', '/api/v1/calls/{id}', { params: { path: { id: one.callId } } });
  const checks = queries.useQuery('get', '/api/v1/applications/{id}/checks', {
    params: { path: { id: one.id } },
  });
  const programme = queries.useQuery('get', '/api/v1/programmes/{code}', {
    params: { path: { code: one.call.programmeCode } },
  });
  const funds = queries.useQuery('get', '/api/v1/appropriations', { params: { query: { limit: 200 } } });
  const all = { call: call.data, checks: checks.data, programme: programme.data, funds: funds.data };
  const isThere = Object.values(all).every((each) => each !== undefined);
  const error = call.error ?? checks.error ?? programme.error ?? funds.error;
  return (
    <Loaded query={{ data: isThere ? all : undefined, error }}>
      {() => {
        const wording = all.programme!.wordings.find(({ validFrom }) => validFrom === one.call.wordingFrom)!;
        return (
          <ProposalForm
            one={one}
            call={all.call!}
            funds={all.funds!.items}
            of={{
              content: one,
              call: one.call,
              wording: wordingOf(wording),
              eligibility: all.checks!.eligibility,
              judgements: one.judgements,
            }}
          />
        );
      }}
    </Loaded>
  );
}

import { Button, Field, Label, Select } from '@digdir/designsystemet-react';
import { useQueries } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Link, useParams } from 'react-router';
import { queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { PageHead } from '../parts/page-head.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { useFilters } from '../parts/use-filters.js';
import { Waiting } from '../parts/waiting.js';
import './cases.css';
import { CompareTable, type Compared } from './compare-table.js';
import { MOST_OTHERS, othersIn } from './compare.js';

type Case = Schemas['ApplicationDetail'];

/** A case beside up to three others: what is asked for, what the rules say, and how officers have assessed it. */
export function Component() {
  const { t } = useText();
  const { id = '' } = useParams();
  const [{ med }, set] = useFilters(['med']);
  const others = othersIn(med, id);
  const show = (ids: string[]) => set({ med: ids.join(',') });
  const { compared, error, isWaiting } = useCompared([id, ...others]);
  const own = compared[0]?.one;
  return (
    <>
      <PageHead
        title={t('web.compare.title')}
        over={<Link to={`/arenden/${id}`}>{t('web.compare.back')}</Link>}
      />
      <ProblemNotice error={error} />
      {own && others.length < MOST_OTHERS ? (
        <Another own={own} others={others} onChoose={(other) => show([...others, other])} />
      ) : null}
      {others.length === 0 ? <p className="quiet">{t('web.compare.help', { most: MOST_OTHERS })}</p> : null}
      {isWaiting && compared.length === 0 ? <Waiting lines={10} /> : null}
      {compared.length > 0 ? (
        <CompareTable
          compared={compared}
          removeOf={(other) =>
            other === id ? null : (
              <Button variant="tertiary" onClick={() => show(others.filter((each) => each !== other))}>
                {t('web.case.remove')}
              </Button>
            )
          }
        />
      ) : null}
    </>
  );
}

function useCompared(ids: readonly string[]) {
  const path = (id: string) => ({ params: { path: { id } } });
  const cases = useQueries({
    queries: ids.map((id) => queries.queryOptions('get', '/api/v1/applications/{id}', path(id))),
  });
  const checks = useQueries({
    queries: ids.map((id) => queries.queryOptions('get', '/api/v1/applications/{id}/checks', path(id))),
  });
  const compared = cases.flatMap(({ data }, place): Compared[] =>
    data ? [{ one: data, verdict: checks[place]?.data?.verdict }] : [],
  );
  const error = [...cases, ...checks].find((each) => each.error)?.error;
  return { compared, error, isWaiting: cases.some(({ isPending }) => isPending) };
}

interface AnotherProps {
  own: Case;
  others: readonly string[];
  onChoose: (id: string) => void;
}

/** Cases of the same call: they compete for the same money. */
function Another({ own, others, onChoose }: AnotherProps) {
  const { t } = useText();
  const select = useId();
  const [chosen, choose] = useState('');
  const { data } = queries.useQuery('get', '/api/v1/applications', {
    params: { query: { callId: own.callId, limit: 200, sort: 'organisation' } },
  });
  const left = (data?.items ?? []).filter(({ id }) => id !== own.id && !others.includes(id));
  return (
    <Field className="narrow">
      <Label htmlFor={select}>{t('web.compare.add')}</Label>
      <Select id={select} value={chosen} onChange={(event) => choose(event.target.value)}>
        <Select.Option value="">{t('web.compare.choose')}</Select.Option>
        {left.map((each) => (
          <Select.Option key={each.id} value={each.id}>
            {each.organisation.name}: {each.title} ({each.registryNumber ?? '–'})
          </Select.Option>
        ))}
      </Select>
      <Button
        variant="secondary"
        disabled={chosen === ''}
        onClick={() => {
          onChoose(chosen);
          choose('');
        }}
      >
        {t('web.compare.addChosen')}
      </Button>
    </Field>
  );
}

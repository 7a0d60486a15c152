import { Alert, Button } from '@digdir/designsystemet-react';
import { useMutation } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { api, queries } from '../api/client.js';
import { useText } from '../frame/language.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { Facts } from '../parts/facts.js';
import { Loaded } from '../parts/loaded.js';
import { PageHead } from '../parts/page-head.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { StatusTag } from '../parts/status-tag.js';
import { useNames } from '../parts/people.js';
import { may, useSession } from '../session/session.js';
import { useAmong } from './samples.page.js';
import { reasonsOf, WEIGHTS, type Member, type Sample } from './sample.js';
import './audit.css';

export function Component() {
  const { id = '' } = useParams();
  const query = queries.useQuery('get', '/api/v1/samples/{id}', { params: { path: { id } } });
  return <Loaded query={query}>{(sample) => <One sample={sample} />}</Loaded>;
}

function One({ sample }: { sample: Sample }) {
  const { t } = useText();
  return (
    <>
      <PageHead
        title={t('web.samples.one', { year: sample.year })}
        over={<Link to="/granskning/stickprov">{t('web.samples.title')}</Link>}
      />
      <About sample={sample} />
      <Replay id={sample.id} />
      <Members
        title={t('web.samples.members')}
        empty={t('web.samples.membersEmpty')}
        of={sample.drawn}
        sample={sample}
      />
      <Members
        title={t('web.samples.notDrawn')}
        empty={t('web.samples.notDrawnEmpty')}
        of={sample.notDrawn}
        sample={sample}
      />
    </>
  );
}

function About({ sample }: { sample: Sample }) {
  const { t, named, moment } = useText();
  const among = useAmong();
  const nameOf = useNames();
  return (
    <Facts
      of={[
        [t('web.samples.among'), among(sample)],
        [
          t('web.samples.size'),
          t('web.samples.sizeOf', { size: sample.size, population: sample.population }),
        ],
        [
          t('web.samples.seed'),
          `${sample.seed} (${t(sample.isSeedChosen ? 'web.samples.seedChosen' : 'web.samples.seedMade')})`,
        ],
        [t('web.samples.drawnAt'), moment(sample.drawnAt)],
        [t('web.samples.drawnBy'), nameOf(sample.drawnBy)],
        [
          t('web.samples.weights'),
          WEIGHTS.map((name) => `${t(`web.samples.weight.${name}`)}: ${sample.weights[name]}`).join(', '),
        ],
        [t('web.samples.proofs'), sample.proofs.map((proof) => named('proof', proof)).join(', ')],
      ]}
    />
  );
}

/** The same draw, done again by the server from the seed. */
function Replay({ id }: { id: string }) {
  const { t } = useText();
  const { user } = useSession();
  const replay = useMutation({
    mutationFn: () =>
      api.POST('/api/v1/samples/{id}/replay', { params: { path: { id } } }).then(({ data }) => data!),
  });
  if (!may(user, 'sample.replay')) return null;
  return (
    <section>
      <p>{t('web.samples.replayHelp')}</p>
      <p>
        <Button variant="secondary" onClick={() => replay.mutate()} loading={replay.isPending}>
          {t('web.samples.replay')}
        </Button>
      </p>
      <div role="status">
        {replay.data ? (
          <Alert data-color={replay.data.agrees ? 'success' : 'danger'}>
            {t(replay.data.agrees ? 'web.samples.agrees' : 'web.samples.disagrees')}
          </Alert>
        ) : null}
      </div>
      <ProblemNotice error={replay.error} />
    </section>
  );
}

interface MembersProps {
  title: string;
  empty: string;
  of: readonly Member[];
  sample: Sample;
}

function Members({ title, empty, of, sample }: MembersProps) {
  const { t, named, day, percent, number } = useText();
  const columns: Column<Member>[] = [
    { code: 'registryNumber', header: t('web.samples.registryNumber'), cell: (row) => row.registryNumber },
    { code: 'organisation', header: t('web.samples.organisation'), cell: (row) => row.organisation.name },
    { code: 'report', header: t('web.samples.report'), cell: (row) => named('reportKind', row.kind) },
    { code: 'dueOn', header: t('web.samples.dueOn'), cell: (row) => day(row.dueOn), isExtra: true },
    {
      code: 'probability',
      header: t('web.samples.probability'),
      cell: ({ probability }) => (
        <span title={t('web.samples.exactly', { ...probability })}>{percent(probability.value)}</span>
      ),
      isNumber: true,
    },
    { code: 'score', header: t('web.samples.score'), cell: (row) => number(row.score), isNumber: true },
    {
      code: 'why',
      header: t('web.samples.why'),
      cell: (row) =>
        reasonsOf(row, sample.weights)
          .map((part) => t(`web.samples.weight.${part}`).toLowerCase())
          .join(', ') || t('web.samples.whyNone'),
    },
    { code: 'demand', header: t('web.samples.demand'), cell: (row) => <Demand of={row.demand} /> },
  ];
  return (
    <section>
      <h2>{title}</h2>
      {of.length === 0 ? (
        <p>{empty}</p>
      ) : (
        <DataTable
          name="sample-members"
          caption={title}
          columns={columns}
          rows={of}
          rowKey={(row) => row.reportId}
          href={(row) => `/redovisningar/${row.reportId}`}
        />
      )}
    </section>
  );
}

function Demand({ of }: { of: Member['demand'] }) {
  return of ? (
    <Link to={`/redovisningar/underlag/${of.id}`}>
      <StatusTag subject="evidenceDemand" status={of.status} />
    </Link>
  ) : (
    '–'
  );
}

import { useParams } from 'react-router';
import { queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Facts } from '../parts/facts.js';
import { Loaded } from '../parts/loaded.js';
import { PageHead } from '../parts/page-head.js';
import { StatusTag } from '../parts/status-tag.js';
import { Assessments } from './assessments.js';
import { CaseActs } from './case-acts.js';
import './cases.css';
import { Checks } from './checks.js';
import { useColleagues } from '../parts/people.js';
import { CompletionAsked } from './completion-asked.js';
import { Content } from './content.js';
import { Evidence } from './evidence.js';
import { History } from './history.js';
import { InterestGate } from './interest-gate.js';
import { Linked } from './linked.js';
import { useStanding } from './use-standing.js';

type Case = Schemas['ApplicationDetail'];

const SECTIONS = ['content', 'checks', 'assessment', 'linked', 'evidence', 'history'] as const;

export function Component() {
  const { id = '' } = useParams();
  const query = queries.useQuery('get', '/api/v1/applications/{id}', { params: { path: { id } } });
  return <Loaded query={query}>{(one) => <CaseView one={one} />}</Loaded>;
}

function CaseView({ one }: { one: Case }) {
  const standing = useStanding(one);
  return (
    <>
      <Head one={one} />
      <InterestGate one={one} standing={standing} />
      {standing.mayAct ? <CaseActs one={one} /> : null}
      <CompletionAsked one={one} />
      <JumpList />
      <div className="two case">
        <div>
          <Content one={one} />
          <Assessments one={one} />
          <Linked one={one} />
        </div>
        <div>
          <Checks one={one} mayJudge={standing.mayAct && one.actions.includes('judge')} />
        </div>
      </div>
      <Evidence one={one} />
      <History id={one.id} />
    </>
  );
}

function Head({ one }: { one: Case }) {
  const { t, named, day, kr } = useText();
  const { name } = useColleagues();
  const asked = one.requested.reduce((sum, { amount }) => sum + amount, 0);
  return (
    <PageHead
      title={one.title}
      over={`${one.registryNumber ?? '–'} · ${one.organisation.name}`}
      beside={<StatusTag subject="application" status={one.status} />}
    >
      <Facts
        of={[
          [t('web.case.kind'), named('recipientKind', one.organisation.kind)],
          [t('web.case.call'), one.call.title],
          [t('web.case.asked'), kr(asked)],
          [t('web.case.years'), one.requested.map(({ year }) => year).join(', ') || undefined],
          [t('web.case.submittedAt'), day(one.submittedAt)],
          [t('web.case.assignedTo'), name(one.assignedTo) ?? t('web.case.nobody')],
        ]}
      />
    </PageHead>
  );
}

function JumpList() {
  const { t } = useText();
  return (
    <nav aria-label={t('web.case.onThisPage')} className="jump">
      {SECTIONS.map((section) => (
        <a key={section} href={`#${section}`}>
          {t(`web.case.${section}`)}
        </a>
      ))}
    </nav>
  );
}

import { Details, Tag } from '@digdir/designsystemet-react';
import { Link } from 'react-router';
import { queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Empty } from '../parts/empty.js';
import { useList } from '../parts/use-list.js';
import { useSession } from '../session/session.js';
import { FindingList } from './finding-list.js';
import { StartApplication } from './start-application.js';

type Call = Schemas['CallView'];

const COLOURS = { eligible: 'success', notEligible: 'danger', needsJudgement: 'warning' } as const;

/** What can be applied for now, whether the organisation may, and why. */
export function OpenCalls() {
  const { t } = useText();
  const calls = useList<Call>('/api/v1/calls', { status: 'published' }).rows;
  const cases = useList<Schemas['ApplicationItem']>('/api/v1/applications', {}).rows;
  if (!calls) return null;
  const open = calls.filter((call) => call.isOpen);
  return (
    <section aria-labelledby="open-calls">
      <h2 id="open-calls">{t('web.applications.openCalls')}</h2>
      {open.length === 0 ? (
        <Empty title={t('web.applications.openCalls.none')}>{t('web.applications.openCalls.noneHelp')}</Empty>
      ) : (
        <ul className="open-calls">
          {open.map((call) => (
            <li key={call.id}>
              <OpenCall call={call} cases={cases ?? []} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function OpenCall({ call, cases }: { call: Call; cases: readonly Schemas['ApplicationItem'][] }) {
  const { t, named, day } = useText();
  const begun = cases.find((each) => each.callId === call.id && each.status === 'draft');
  return (
    <>
      <div className="open-call">
        <div className="grow">
          <h3>{call.title}</h3>
          <p className="quiet">
            {call.step ? `${named('step', call.step)} · ` : null}
            {t('web.applications.callFacts', { years: call.years, closesOn: day(call.closesOn) })} ·{' '}
            <Link to={`/stod/${call.programmeCode}`}>{t('web.applications.programme')}</Link> ·{' '}
            <a href={`/api/v1/public/calls/${call.id}/application-form.pdf`}>
              {t('web.applications.emptyForm')}
            </a>
          </p>
        </div>
        {begun ? <Link to={`/ansokningar/${begun.id}`}>{t('web.applications.continueDraft')}</Link> : null}
        <StartApplication call={call} cases={cases} isMain={!begun} />
      </div>
      <Eligibility call={call} />
    </>
  );
}

/** Told before anybody writes a line. */
function Eligibility({ call }: { call: Call }) {
  const { t, named } = useText();
  const organisation = useSession().user?.organisation;
  const { data, isLoading } = queries.useQuery(
    'get',
    '/api/v1/programmes/{code}/eligibility',
    { params: { path: { code: call.programmeCode }, query: { kind: organisation?.kind } } },
    { staleTime: 300_000, enabled: !!organisation },
  );
  const own = data?.items.find((item) => item.organisation.id === organisation?.id);
  if (!own) return isLoading ? <div className="eligibility-room" /> : null;
  return (
    <Details className="eligibility">
      <Details.Summary>
        <Tag data-color={COLOURS[own.verdict]}>{named('verdict', own.verdict)}</Tag>{' '}
        {t(`web.applications.verdict.${own.verdict}`, { organisation: own.organisation.name })}
      </Details.Summary>
      <Details.Content>
        <FindingList of={own.findings} />
      </Details.Content>
    </Details>
  );
}

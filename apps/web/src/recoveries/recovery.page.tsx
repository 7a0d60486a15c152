import { Link, useParams } from 'react-router';
import { queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Actions } from '../parts/actions.js';
import { Facts } from '../parts/facts.js';
import { Loaded } from '../parts/loaded.js';
import { PageHead } from '../parts/page-head.js';
import { usePeople } from '../parts/people.js';
import { PlainTable } from '../parts/plain-table.js';
import { StatusTag } from '../parts/status-tag.js';
import { may, useSession } from '../session/session.js';
import {
  AnswerForm,
  DecideForm,
  DropForm,
  NotifyForm,
  PlanForm,
  RegisterPaymentForm,
  SetOffForm,
  WriteOffForm,
} from './recovery-forms.js';
import { RecoveryLedger } from './recovery-ledger.js';

type Recovery = Schemas['RecoveryDetail'];

const ACTS = {
  answer: { form: AnswerForm },
  notify: { form: NotifyForm },
  decide: { form: DecideForm },
  'register-payment': { form: RegisterPaymentForm },
  'set-off': { form: SetOffForm },
  plan: { form: PlanForm },
  drop: { form: DropForm, danger: true as const },
  'write-off': { form: WriteOffForm, danger: true as const },
};

/** One claim: on what grounds, what the recipient says, what was decided, and every krona since. For both sides. */
export function Component() {
  const { t } = useText();
  const { id = '' } = useParams();
  const query = queries.useQuery('get', '/api/v1/recoveries/{id}', { params: { path: { id } } });
  return (
    <Loaded query={query}>
      {(recovery) => (
        <>
          <PageHead
            title={t('web.recoveries.heading', { organisation: recovery.organisation.name })}
            over={`${recovery.registryNumber} · ${recovery.title}`}
            beside={<StatusTag subject="recovery" status={recovery.status} />}
          >
            <p>
              <Next recovery={recovery} />
            </p>
            <Actions
              subject="recovery"
              collection="recoveries"
              id={recovery.id}
              actions={recovery.actions}
              acts={ACTS}
            />
          </PageHead>
          <div className="two">
            <div>
              <section>
                <h2>{t('web.recoveries.reasons')}</h2>
                <p className="prose">{recovery.reasons}</p>
              </section>
              <PerYear recovery={recovery} />
              <Answers recovery={recovery} />
              <Instalments recovery={recovery} />
            </div>
            <div>
              <ClaimFacts recovery={recovery} />
              <Letters recovery={recovery} />
            </div>
          </div>
          {recovery.balance ? <RecoveryLedger id={id} /> : null}
        </>
      )}
    </Loaded>
  );
}

/** What is waited for now, in words for whoever reads. */
function Next({ recovery }: { recovery: Recovery }) {
  const { t, day } = useText();
  return t(`web.recoveries.next.${recovery.status}`, {
    answerBy: day(recovery.answerBy),
    dueOn: day(recovery.dueOn),
  });
}

function ClaimFacts({ recovery }: { recovery: Recovery }) {
  const { t, named, kr, day, moment } = useText();
  const { user } = useSession();
  const nameOf = usePeople();
  const isStaff = may(user, 'referenceRate.read');
  const who = (id: string | null, at: string | null) =>
    at ? (isStaff ? `${nameOf(id)}, ${moment(at)}` : moment(at)) : undefined;
  return (
    <Facts
      of={[
        [t('web.recoveries.amount'), kr(recovery.amount)],
        [t('web.recoveries.grounds'), named('recoveryGround', recovery.grounds)],
        [
          t('web.recoveries.decision'),
          isStaff ? (
            <Link to={`/beslut/${recovery.decisionId}`}>{recovery.registryNumber}</Link>
          ) : (
            recovery.registryNumber
          ),
        ],
        [
          t('web.recoveries.report'),
          recovery.reportId ? (
            <Link to={`/redovisningar/${recovery.reportId}`}>{t('web.recoveries.theReport')}</Link>
          ) : undefined,
        ],
        [t('web.recoveries.answerBy'), recovery.answerBy ? day(recovery.answerBy) : undefined],
        [t('web.recoveries.dueOn'), recovery.dueOn ? day(recovery.dueOn) : undefined],
        [t('web.recoveries.consideredBy'), who(recovery.consideredBy, recovery.consideredAt)],
        [t('web.recoveries.notifiedBy'), who(recovery.notifiedBy, recovery.notifiedAt)],
        [t('web.recoveries.decidedBy'), who(recovery.decidedBy, recovery.decidedAt)],
        [t('web.recoveries.withoutAnswer'), recovery.withoutAnswer ?? undefined],
        [t('web.recoveries.closingReasons'), recovery.closingReasons ?? undefined],
      ]}
    />
  );
}

function PerYear({ recovery }: { recovery: Recovery }) {
  const { t, kr } = useText();
  if (recovery.years.length === 0) return null;
  return (
    <PlainTable
      caption={t('web.recoveries.perYear')}
      rows={recovery.years}
      rowKey={(row) => row.year}
      columns={[
        { header: t('web.recoveries.year'), cell: (row) => row.year, foot: t('web.decisions.total') },
        {
          header: t('web.recoveries.amount'),
          cell: (row) => kr(row.amount),
          isNumber: true,
          foot: kr(recovery.amount),
        },
      ]}
    />
  );
}

function Answers({ recovery }: { recovery: Recovery }) {
  const { t, moment } = useText();
  const nameOf = usePeople();
  return (
    <section>
      <h2>{t('web.recoveries.answers')}</h2>
      {recovery.answers.length === 0 ? <p>{t('web.recoveries.noAnswers')}</p> : null}
      {recovery.answers.map((answer) => (
        <figure key={answer.at} className="quoted">
          <blockquote className="prose">{answer.text}</blockquote>
          <figcaption className="quiet">
            {nameOf(answer.by, recovery.organisation.name)}, {moment(answer.at)}
          </figcaption>
        </figure>
      ))}
    </section>
  );
}

function Instalments({ recovery }: { recovery: Recovery }) {
  const { t, kr, day } = useText();
  if (recovery.instalments.length === 0) return null;
  return (
    <section>
      <h2>{t('web.recoveries.instalments')}</h2>
      <PlainTable
        caption={t('web.recoveries.instalments')}
        rows={recovery.instalments}
        rowKey={(row) => row.dueOn}
        columns={[
          { header: t('web.recoveries.dueOn'), cell: (row) => day(row.dueOn) },
          { header: t('web.recoveries.amount'), cell: (row) => kr(row.amount), isNumber: true },
        ]}
      />
    </section>
  );
}

function Letters({ recovery }: { recovery: Recovery }) {
  const { t, named } = useText();
  const { data } = queries.useQuery('get', '/api/v1/letters', {
    params: { query: { applicationId: recovery.applicationId, limit: 200 } },
  });
  const own =
    data?.items.filter((letter) => letter.recoveryId === recovery.id && letter.status === 'sealed') ?? [];
  if (own.length === 0) return null;
  return (
    <section>
      <h2>{t('web.decisions.letters')}</h2>
      <ul>
        {own.map((letter) => (
          <li key={letter.id}>
            <a href={`/api/v1/letters/${letter.id}.pdf`}>{named('letterKind', letter.kind)} (PDF)</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

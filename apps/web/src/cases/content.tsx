import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Facts } from '../parts/facts.js';
import { BudgetView } from './budget.js';
import { Section } from './section.js';

type Case = Schemas['ApplicationDetail'];

/** What the applicant has written, to be read from beginning to end. */
export function Content({ one }: { one: Case }) {
  const { t, named } = useText();
  return (
    <Section id="content" title={t('web.case.content')}>
      <p className="prose">{one.summary || t('web.content.unanswered')}</p>
      <h3>{t('web.content.budget')}</h3>
      <BudgetView budget={one} />
      <h3>{t('web.content.activities')}</h3>
      {one.activities.length === 0 ? <p className="quiet">{t('web.content.unanswered')}</p> : null}
      {one.activities.map((activity, place) => (
        <ActivityView key={place} activity={activity} />
      ))}
      <Notes one={one} />
      <h3>{t('web.content.rest')}</h3>
      <Facts
        of={[
          [t('web.content.statutoryDuty'), answer(one.statutoryDuty, named)],
          [
            t('web.content.partners'),
            list(one.partners.map(({ name, role }) => (role ? `${name} (${role})` : name))),
          ],
          [
            t('web.content.funders'),
            list([...new Set(one.coFinancing.map(({ funder }) => funder).filter((funder) => funder !== ''))]),
          ],
          [t('web.content.contact'), one.contact ? <Contact of={one.contact} /> : null],
        ]}
      />
      <h3>{t('web.content.followUp')}</h3>
      <p className="prose">{one.followUp?.plan || t('web.content.unanswered')}</p>
      <Facts
        of={[
          [t('web.content.evaluator'), one.followUp?.evaluator || undefined],
          [t('web.content.continuation'), one.followUp?.continuation || undefined],
        ]}
      />
    </Section>
  );
}

const list = (names: readonly string[]) => (names.length === 0 ? null : names.join(', '));
const answer = (said: boolean | null, named: (group: string, value: string) => string) =>
  said === null ? null : named('answer', said ? 'yes' : 'no');

function Contact({ of: { name, email, phone } }: { of: Schemas['Contact'] }) {
  return (
    <>
      {name} <a href={`mailto:${email}`}>{email}</a> {phone}
    </>
  );
}

/** What the applicant has said of single costs. */
function Notes({ one }: { one: Case }) {
  const { t, named, kr } = useText();
  const noted = one.costs.filter(({ note }) => note !== '');
  if (noted.length === 0) return null;
  return (
    <details>
      <summary>{t('web.content.notes', { count: noted.length })}</summary>
      <ul>
        {noted.map(({ year, kind, amount, note }, place) => (
          <li key={place}>
            {year}, {named('costKind', kind)}, {kr(amount)}: {note}
          </li>
        ))}
      </ul>
    </details>
  );
}

function ActivityView({ activity }: { activity: Schemas['Activity'] }) {
  const { t, named, day } = useText();
  const { title, description, goals } = activity;
  return (
    <article className="activity">
      <h4>{title || t('web.content.untitled')}</h4>
      <p className="prose">{description}</p>
      <Facts
        of={[
          [t('web.content.priorityArea'), named('priorityArea', activity.priorityArea)],
          [t('web.content.orientation'), named('orientation', activity.orientation)],
          [
            t('web.content.targetGroups'),
            list(activity.targetGroups.map((group) => named('targetGroup', group))),
          ],
          [t('web.content.areas'), list(activity.areaCodes)],
          [t('web.content.time'), `${day(activity.startsOn)} – ${day(activity.endsOn)}`],
        ]}
      />
      {goals.length > 0 ? <Goals goals={goals} /> : null}
    </article>
  );
}

function Goals({ goals }: { goals: readonly Schemas['Goal'][] }) {
  const { t, number } = useText();
  return (
    <ul>
      {goals.map(({ indicator, baseline, target, year }, place) => (
        <li key={place}>
          {t('web.content.goal', {
            indicator,
            baseline: number(baseline),
            target: number(target),
            year: year ?? '–',
          })}
        </li>
      ))}
    </ul>
  );
}

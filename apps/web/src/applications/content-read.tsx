import { useText } from '../frame/language.js';
import { Facts } from '../parts/facts.js';
import type { Application } from './content.js';
import { financingOf } from './financing.js';
import { LinesRead } from './lines-read.js';
import { shortName, useMeasures } from './use-measures.js';

/** What was written, to read and to print. */
export function ContentRead({ application }: { application: Application }) {
  const { t } = useText();
  const { title, summary, contact, followUp, partners, statutoryDuty } = application;
  const duty = statutoryDuty === null ? undefined : t(statutoryDuty ? 'answer.yes' : 'answer.no');
  return (
    <div className="content-read">
      <h3>{title || t('web.applications.untitled')}</h3>
      <Text of={summary} />
      <Facts
        of={[
          [
            t('web.applications.field.contact'),
            [contact?.name, contact?.email, contact?.phone].filter(Boolean).join(', '),
          ],
          [t('form.organisation'), application.organisation.name],
          [t('web.applications.call'), application.call.title],
        ]}
      />
      <h3>{t('form.activities')}</h3>
      {application.activities.map((activity, place) => (
        <ActivityRead key={place} activity={activity} application={application} />
      ))}
      <h3>{t('form.costs')}</h3>
      <LinesRead
        caption={t('form.costs')}
        group="costKind"
        rows={application.costs.map(({ kind, note, year, amount }) => ({ kind, text: note, year, amount }))}
      />
      <h3>{t('web.applications.step.financing')}</h3>
      <Financing application={application} />
      <LinesRead
        caption={t('form.coFinancing')}
        group="coFinancingSource"
        rows={application.coFinancing.map(({ source, funder, year, amount }) => ({
          kind: source,
          text: funder,
          year,
          amount,
        }))}
      />
      {partners.length > 0 ? (
        <>
          <h3>{t('form.partners')}</h3>
          <ul>
            {partners.map((partner, place) => (
              <li key={place}>
                {[partner.name, partner.organisationNumber, partner.role].filter(Boolean).join(', ')}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h3>{t('form.followUp')}</h3>
      <Facts
        of={[
          [t('form.plan'), followUp?.plan || undefined],
          [t('form.evaluator'), followUp?.evaluator || undefined],
          [t('form.continuation'), followUp?.continuation || undefined],
          [t('form.dutyQuestion'), duty],
        ]}
      />
    </div>
  );
}

const Text = ({ of }: { of: string }) => (of ? <p className="written">{of}</p> : null);

function ActivityRead({
  activity,
  application,
}: {
  activity: Application['activities'][number];
  application: Application;
}) {
  const { t, named, day, number } = useText();
  const areas = useMeasures(application).data?.areas ?? [];
  const nameOf = (code: string) => shortName(areas.find((area) => area.code === code)?.name ?? code);
  const { title, description, goals } = activity;
  return (
    <section>
      <h4>{title}</h4>
      <Text of={description} />
      <Facts
        of={[
          [t('form.priorityArea'), named('priorityArea', activity.priorityArea)],
          [t('form.orientation'), named('orientation', activity.orientation)],
          [
            t('form.targetGroups'),
            activity.targetGroups.map((group) => named('targetGroup', group)).join(', ') || '–',
          ],
          [t('form.areas'), activity.areaCodes.map(nameOf).join(', ') || '–'],
          [t('form.time'), `${day(activity.startsOn)} – ${day(activity.endsOn)}`],
        ]}
      />
      <ul>
        {goals.map((goal, place) => (
          <li key={place}>
            {t('web.applications.goals.inWords', {
              indicator: goal.indicator,
              baseline: number(goal.baseline),
              target: number(goal.target),
              year: goal.year ?? '–',
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Financing({ application }: { application: Application }) {
  const { t, kr, percent } = useText();
  const ceiling = { percent: null, amount: null };
  const { years, total } = financingOf(application, application.call.years, ceiling);
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={t('web.applications.financing.caption')}>
      <table className="ds-table">
        <thead>
          <tr>
            <th>{t('web.applications.field.year')}</th>
            <th className="number">{t('form.costs')}</th>
            <th className="number">{t('form.requested')}</th>
            <th className="number">{t('form.coFinancing')}</th>
            <th className="number">{t('web.applications.financing.share')}</th>
          </tr>
        </thead>
        <tbody>
          {[...years, total].map((row) => (
            <tr key={row.year}>
              <th scope="row">{row.year ?? t('web.applications.financing.total')}</th>
              <td className="number">{kr(row.costs)}</td>
              <td className="number">{kr(row.requested)}</td>
              <td className="number">{kr(row.coFinancing)}</td>
              <td className="number">{percent(row.share === null ? null : Number(row.share) / 100)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

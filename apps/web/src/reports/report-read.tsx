import { Table } from '@digdir/designsystemet-react';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Facts } from '../parts/facts.js';
import { GoalHead } from './goal-inputs.js';
import { ImportList } from './import-list.js';
import { Settlement } from './settlement.js';
import { Sums } from './sums.js';
import { useAreaNames } from './use-area-names.js';
import { YearTable } from './years.js';

type Report = Schemas['ReportDetail'];

/** The whole report on one page: plan and outcome, what was done, and what it comes to. */
export function ReportRead({ report }: { report: Report }) {
  const { t } = useText();
  return (
    <>
      <YearTable years={report.comparison.years} />
      <Settlement report={report} />
      <Compared report={report} />
      <Activities report={report} />
      <Goals report={report} />
      <Prose title={t('web.report.deviations')} text={report.deviations} />
      <Prose title={t('web.report.lessons')} text={report.lessons} />
      <ImportList reportId={report.id} />
    </>
  );
}

function Compared({ report: { comparison } }: { report: Report }) {
  const { t, named, kr } = useText();
  return (
    <>
      <Sums
        title={t('web.report.costs')}
        headers={[t('web.report.kind'), t('web.report.year')]}
        sums={[t('web.report.planned'), t('web.report.actual'), t('web.report.difference')]}
        rows={comparison.costs.map(({ kind, year, planned, actual }) => ({
          key: `${kind} ${year}`,
          cells: [named('costKind', kind), year],
          sums: [kr(planned), kr(actual), kr(actual - planned)],
        }))}
      />
      <Sums
        title={t('web.report.coFinancing')}
        headers={[t('web.report.source'), t('web.report.year')]}
        sums={[
          t('web.report.planned'),
          t('web.report.decided'),
          t('web.report.actual'),
          t('web.report.difference'),
        ]}
        rows={comparison.coFinancing.map(({ source, year, planned, decided, actual }) => ({
          key: `${source} ${year}`,
          cells: [named('coFinancingSource', source), year],
          sums: [kr(planned), kr(decided), kr(actual), kr(actual - decided)],
        }))}
      />
    </>
  );
}

function Activities({ report }: { report: Report }) {
  const { t, named, number } = useText();
  const areas = useAreaNames(report.organisation.id);
  return (
    <section>
      <h2>{t('web.report.activities')}</h2>
      {report.plan.activities.map((planned, at) => {
        const told = report.activities[at];
        return (
          <div key={at} className="activity">
            <h3>
              {t('web.report.activity', { number: at + 1 })}: {planned.title}
            </h3>
            <p className="prose quiet">{planned.description}</p>
            <Facts
              of={[
                [t('web.report.activityStatus'), told?.status ? named('activityStatus', told.status) : '–'],
                [t('web.report.reach'), number(told?.reach)],
                [t('web.report.areas'), told?.areaCodes.map(areas.nameOf).join(', ') || '–'],
              ]}
            />
            <p className="prose">{told?.result || t('web.report.nothing')}</p>
          </div>
        );
      })}
    </section>
  );
}

function Goals({ report }: { report: Report }) {
  const { t, number } = useText();
  const planned = report.plan.activities.flatMap((activity) => activity.goals);
  if (planned.length === 0) return null;
  return (
    <section>
      <h2>{t('web.report.goals')}</h2>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={t('web.report.goals')}>
        <Table border className="cells">
          <caption className="sr-only">{t('web.report.goals')}</caption>
          <GoalHead />
          <tbody>
            {planned.map(({ indicator, baseline, target, year }, at) => (
              <tr key={at}>
                <th scope="row">{indicator}</th>
                <td className="number">{number(baseline)}</td>
                <td className="number">{number(target)}</td>
                <td className="number">{year ?? '–'}</td>
                <td className="number">
                  {number(report.goals.find((goal) => goal.indicator === indicator)?.outcome)}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </section>
  );
}

function Prose({ title, text }: { title: string; text: string }) {
  const { t } = useText();
  return (
    <section>
      <h2>{title}</h2>
      <p className={text ? 'prose' : 'quiet'}>{text || t('web.report.nothing')}</p>
    </section>
  );
}

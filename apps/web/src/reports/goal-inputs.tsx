import { Table } from '@digdir/designsystemet-react';
import { useFormContext } from 'react-hook-form';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { NumberInput } from '../parts/form.js';
import { PartHead } from './part-head.js';
import type { Content } from './report-content.js';

type Report = Schemas['ReportDetail'];

/** Each goal's outcome beside where it began and where it was to go. */
export function GoalInputs({ report }: { report: Report }) {
  const { t, number } = useText();
  const goals = useFormContext<Content>().watch('goals') ?? [];
  const planned = report.plan.activities.flatMap((activity) => activity.goals);
  return (
    <section>
      <PartHead name="goals" title={t('web.report.goals')} help={t('web.report.goalsHelp')} />
      {goals.length === 0 ? (
        <p>{t('web.report.noGoals')}</p>
      ) : (
        <div className="scroll-x" tabIndex={0} role="region" aria-label={t('web.report.goals')}>
          <Table border className="cells">
            <caption className="sr-only">{t('web.report.goals')}</caption>
            <GoalHead />
            <tbody>
              {goals.map(({ indicator }, at) => {
                const plan = planned.find((goal) => goal.indicator === indicator);
                return (
                  <tr key={at}>
                    <th scope="row">{indicator}</th>
                    <td className="number">{number(plan?.baseline)}</td>
                    <td className="number">{number(plan?.target)}</td>
                    <td className="number">{plan?.year ?? '–'}</td>
                    <td>
                      <NumberInput
                        name={`goals.${at}.outcome`}
                        label={t('web.report.row', { what: t('web.report.outcome'), row: at + 1 })}
                      />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </Table>
        </div>
      )}
    </section>
  );
}

export function GoalHead() {
  const { t } = useText();
  return (
    <Table.Head>
      <Table.Row>
        <Table.HeaderCell>{t('web.report.indicator')}</Table.HeaderCell>
        <Table.HeaderCell className="number">{t('web.report.baseline')}</Table.HeaderCell>
        <Table.HeaderCell className="number">{t('web.report.target')}</Table.HeaderCell>
        <Table.HeaderCell className="number">{t('web.report.targetYear')}</Table.HeaderCell>
        <Table.HeaderCell className="number">{t('web.report.outcome')}</Table.HeaderCell>
      </Table.Row>
    </Table.Head>
  );
}

import { Table } from '@digdir/designsystemet-react';
import { hasText, type TextCode } from '#text/web';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { useColleagues } from '../parts/people.js';
import { Section } from './section.js';

/** The latest assessment of each officer. */
export function Assessments({ one }: { one: Schemas['ApplicationDetail'] }) {
  const { t } = useText();
  const latest = [...new Map((one.assessments ?? []).map((each) => [each.userId, each])).values()];
  return (
    <Section id="assessment" title={t('web.case.assessment')}>
      {latest.length === 0 ? <p className="quiet">{t('web.assess.none')}</p> : null}
      {latest.map((assessment) => (
        <Assessed key={assessment.userId} assessment={assessment} />
      ))}
    </Section>
  );
}

function Assessed({ assessment }: { assessment: Schemas['AssessmentView'] }) {
  const { t, day } = useText();
  const { name } = useColleagues();
  const who = name(assessment.userId) ?? '–';
  const sum = assessment.criteria.reduce((total, { score }) => total + score, 0);
  return (
    <Table border className="plain">
      <caption>{t('web.assess.by', { name: who, day: day(assessment.assessedAt) })}</caption>
      <Table.Head>
        <Table.Row>
          <Table.HeaderCell>{t('web.assess.criterion')}</Table.HeaderCell>
          <Table.HeaderCell className="number">{t('web.assess.score')}</Table.HeaderCell>
          <Table.HeaderCell>{t('web.case.motive')}</Table.HeaderCell>
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {assessment.criteria.map(({ code, score, motive }) => (
          <Table.Row key={code}>
            <th scope="row">{criterionName(t, code)}</th>
            <Table.Cell className="number">{score}</Table.Cell>
            <Table.Cell>{motive || '–'}</Table.Cell>
          </Table.Row>
        ))}
        <Table.Row>
          <th scope="row">{t('web.assess.sum')}</th>
          <Table.Cell className="number">{sum}</Table.Cell>
          <Table.Cell>{t('web.assess.most', { most: assessment.criteria.length * 4 })}</Table.Cell>
        </Table.Row>
      </Table.Body>
    </Table>
  );
}

/** A criterion that the pages do not know is shown by its code. */
export function criterionName(t: (code: TextCode) => string, code: string): string {
  const name = `web.criterion.${code}`;
  return hasText(name) ? t(name) : code;
}

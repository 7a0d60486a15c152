import { Table } from '@digdir/designsystemet-react';
import { measures } from '#domain/measures/definitions';
import { useText } from '../frame/language.js';
import { Facts } from '../parts/facts.js';

/** What one measure is. */
export function MeasureFacts({ code }: { code: string }) {
  const { t, named } = useText();
  const measure = measures.find((each) => each.code === code)!;
  return (
    <Facts
      of={[
        [t('web.measures.formula'), named('measureFormula', code)],
        [t('web.measures.direction'), named('direction', measure.direction)],
        [t('web.measures.unit'), named('measureUnit', measure.unit)],
        [t('web.measures.definitionSource'), measure.source],
      ]}
    />
  );
}

/** What every measure is, with or without values. */
export function Definitions() {
  const { t, named } = useText();
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={t('web.measures.definitions')}>
      <Table border className="wrapping">
        <caption className="sr-only">{t('web.measures.definitions')}</caption>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell>{t('web.measures.measure')}</Table.HeaderCell>
            <Table.HeaderCell>{t('web.measures.formula')}</Table.HeaderCell>
            <Table.HeaderCell>{t('web.measures.unit')}</Table.HeaderCell>
            <Table.HeaderCell>{t('web.measures.definitionSource')}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {measures.map(({ code, unit, source, formula }) => (
            <Table.Row key={code}>
              <th scope="row">{named('measure', code)}</th>
              <Table.Cell>
                {named('measureFormula', code)}
                <br />
                <code className="quiet" lang="en">
                  {formula}
                </code>
              </Table.Cell>
              <Table.Cell>{named('measureUnit', unit)}</Table.Cell>
              <Table.Cell>{source}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}

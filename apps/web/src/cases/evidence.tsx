import { Table } from '@digdir/designsystemet-react';
import { queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Loaded } from '../parts/loaded.js';
import { Facts } from '../parts/facts.js';
import { may, useSession } from '../session/session.js';
import { OutcomeTag, useCitation, VerdictTag } from './finding-line.js';
import { Replay } from './replay.js';
import { Section } from './section.js';

/** The evidence card: what the outcome was reached from when the application was last handed in, and whether it still is. */
export function Evidence({ one }: { one: Schemas['ApplicationDetail'] }) {
  const { t } = useText();
  const { user } = useSession();
  const query = queries.useQuery(
    'get',
    '/api/v1/applications/{id}/evidence',
    { params: { path: { id: one.id } } },
    { enabled: one.submissions.length > 0 },
  );
  return (
    <Section
      id="evidence"
      title={t('web.case.evidence')}
      beside={query.data ? <VerdictTag verdict={query.data.judgedVerdict} /> : null}
    >
      {one.submissions.length === 0 ? (
        <p className="quiet">{t('web.evidence.none')}</p>
      ) : (
        <Loaded query={query}>{(evidence) => <Card evidence={evidence} />}</Loaded>
      )}
      {one.submissions.length > 0 && may(user, 'application.replay') ? <Replay id={one.id} /> : null}
    </Section>
  );
}

function Card({ evidence }: { evidence: Schemas['EvidenceView'] }) {
  const { t, moment, named } = useText();
  const { wording } = evidence;
  return (
    <>
      <Facts
        of={[
          [t('web.evidence.submission'), `${evidence.submission}, ${moment(evidence.submittedAt)}`],
          [
            t('web.evidence.wording'),
            t('web.evidence.wordingOf', {
              ...wording,
              // An example programme is no ordinance.
              sfs: wording.sfs === 'exempel' ? null : wording.sfs,
              programme: evidence.programmeCode,
            }),
          ],
          [t('web.evidence.computed'), named('verdict', evidence.verdict)],
          [t('web.evidence.judged'), named('verdict', evidence.judgedVerdict)],
        ]}
      />
      <Lines lines={evidence.card} />
      <Datasets measures={evidence.measures} />
    </>
  );
}

const HEADERS = ['value', 'mean', 'standardDeviation', 'threshold', 'z', 'n'] as const;

function Lines({ lines }: { lines: readonly Schemas['EvidenceLine'][] }) {
  const { t } = useText();
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={t('web.evidence.table')}>
      <Table border className="plain evidence">
        <caption className="sr-only">{t('web.case.evidence')}</caption>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell>{t('web.evidence.rule')}</Table.HeaderCell>
            <Table.HeaderCell>{t('web.evidence.section')}</Table.HeaderCell>
            <Table.HeaderCell>{t('web.evidence.outcome')}</Table.HeaderCell>
            <Table.HeaderCell>{t('web.evidence.measure')}</Table.HeaderCell>
            {HEADERS.map((name) => (
              <Table.HeaderCell key={name} className="number">
                {t(`web.evidence.${name}`)}
              </Table.HeaderCell>
            ))}
            <Table.HeaderCell>{t('web.evidence.vintage')}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {lines.map((line, place) => (
            <Line key={place} line={line} />
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}

function Line({ line }: { line: Schemas['EvidenceLine'] }) {
  const { t, named, number } = useText();
  const citation = useCitation();
  return (
    <Table.Row>
      <th scope="row">{named('rule', line.rule)}</th>
      <Table.Cell>{citation(line.citation)}</Table.Cell>
      <Table.Cell>
        <OutcomeTag outcome={line.override?.outcome ?? line.outcome} />
        {line.reason === null ? null : <span className="quiet"> {named('reason', line.reason)}</span>}
        {line.override ? <p>{t('web.evidence.override', { motive: line.override.motive })}</p> : null}
      </Table.Cell>
      <Table.Cell>
        {line.measure === null ? '' : named('measure', line.measure)}
        {line.municipality === null ? '' : ` (${line.municipality})`}
      </Table.Cell>
      {HEADERS.map((name) => (
        <Table.Cell key={name} className="number">
          {line.measure === null ? '' : number(line[name])}
        </Table.Cell>
      ))}
      <Table.Cell>
        {line.dataset?.vintage}
        {line.quality === null ? '' : ` (${named('quality', line.quality)})`}
      </Table.Cell>
    </Table.Row>
  );
}

function Datasets({ measures }: { measures: readonly Schemas['MeasureUsed'][] }) {
  const { t, named } = useText();
  if (measures.length === 0) return null;
  return (
    <details>
      <summary>{t('web.evidence.datasets', { count: measures.length })}</summary>
      {measures.map(({ code, year, dataset }) => (
        <Facts
          key={code}
          of={[
            [t('web.evidence.measure'), `${named('measure', code)}, ${year}`],
            [t('web.evidence.source'), dataset.source],
            [t('web.evidence.vintage'), dataset.vintage],
            [t('web.evidence.sha256'), <code key="sum">{dataset.sha256}</code>],
          ]}
        />
      ))}
    </details>
  );
}

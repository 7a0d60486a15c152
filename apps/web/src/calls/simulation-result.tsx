import { Table } from '@digdir/designsystemet-react';
import { MunicipalityMap } from '../charts/municipality-map.js';
import { Figure } from '../charts/figure.js';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { RecipientTable } from './recipient-table.js';

type Simulation = Schemas['SimulationView'];

const VERDICTS = ['eligible', 'needsJudgement', 'notEligible'] as const;

/** Who is eligible with what is moved, who enters and who leaves, and what it costs. */
export function SimulationResult({ simulation }: { simulation: Simulation }) {
  const { t } = useText();
  const { enters, leaves } = simulation;
  return (
    <>
      <Counts simulation={simulation} />
      <Reasons of={simulation.simulated.reasons} />
      <Change title={t('web.simulator.enters', { count: enters.length })} recipients={enters} />
      <Change title={t('web.simulator.leaves', { count: leaves.length })} recipients={leaves} hasVerdict />
      {enters.length + leaves.length === 0 ? <p className="quiet">{t('web.simulator.noChange')}</p> : null}
      <Eligible simulation={simulation} />
    </>
  );
}

function Counts({ simulation: { today, simulated, distribution } }: { simulation: Simulation }) {
  const { t, named, number, kr } = useText();
  const line = (name: string, before: string, after: string) => (
    <Table.Row key={name}>
      <th scope="row">{name}</th>
      <Table.Cell className="number">{before}</Table.Cell>
      <Table.Cell className="number">{after}</Table.Cell>
    </Table.Row>
  );
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={t('web.simulator.outcome')}>
      <Table border className="before-after">
        <caption>{t('web.simulator.outcome')}</caption>
        <Table.Head>
          <Table.Row>
            <td />
            <Table.HeaderCell className="number">{t('web.simulator.today')}</Table.HeaderCell>
            <Table.HeaderCell className="number">{t('web.simulator.simulated')}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {VERDICTS.map((verdict) =>
            line(named('verdict', verdict), number(today[verdict]), number(simulated[verdict])),
          )}
          {simulated.thresholds.map((threshold, place) =>
            line(
              t('web.simulator.thresholdOf', { measure: named('measure', threshold.measure) }),
              number(today.thresholds[place]?.threshold),
              number(threshold.threshold),
            ),
          )}
          {distribution ? (
            <>
              {line(
                t('web.simulator.recipients'),
                number(distribution.before.recipients),
                number(distribution.after.recipients),
              )}
              {line(t('web.simulator.cost'), kr(distribution.total), kr(distribution.totalAtTodaysRate))}
            </>
          ) : null}
        </Table.Body>
      </Table>
    </div>
  );
}

/** Why some cannot be told: what is missing, and for how many. */
function Reasons({ of }: { of: readonly Schemas['ReasonCount'][] }) {
  const { t, named } = useText();
  if (of.length === 0) return null;
  return (
    <>
      <h2>{t('web.simulator.reasons')}</h2>
      <ul>
        {of.map(({ code, measure, reason, recipients }) => (
          <li key={`${code}${measure}${reason}`}>
            {t('web.simulator.reason', {
              what: measure === null ? named('rule', code) : named('measure', measure),
              reason: named('reason', reason),
              recipients,
            })}
          </li>
        ))}
      </ul>
    </>
  );
}

interface ChangeProps {
  title: string;
  recipients: readonly Schemas['SimulatedRecipient'][];
  hasVerdict?: true;
}

function Change({ title, recipients, hasVerdict }: ChangeProps) {
  if (recipients.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <RecipientTable caption={title} recipients={recipients} hasVerdict={hasVerdict} />
    </>
  );
}

function Eligible({ simulation: { eligible, distribution } }: { simulation: Simulation }) {
  const { t, kr } = useText();
  const shades = eligible.flatMap(({ organisation, amount }) =>
    organisation.kind === 'municipality' && organisation.code && amount !== undefined
      ? [{ code: organisation.code, value: amount }]
      : [],
  );
  const title = t('web.simulator.eligible', { count: eligible.length });
  return (
    <Figure
      title={title}
      about={
        distribution
          ? t('web.simulator.mapAbout', { total: distribution.total, year: distribution.year })
          : null
      }
      file="simulering"
      picture={<MunicipalityMap label={title} shades={shades} format={kr} />}
      table={<RecipientTable caption={title} recipients={eligible} />}
    />
  );
}

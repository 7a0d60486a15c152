import { Alert, Button, Tag } from '@digdir/designsystemet-react';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { useFindings } from '../parts/findings.js';
import { useCase } from './form-context.js';
import { stepOf, type StepName } from './steps.js';
import { usePlaceName } from './conflict-words.js';

type Finding = Schemas['Finding'];

const COLOURS = { met: 'success', notMet: 'danger', needsJudgement: 'warning' } as const;

/** What rules say of a step as a whole; what they say of one field is beside it. */
export function StepFindings({ of }: { of: StepName }) {
  const { finding: inWords } = useText();
  const { findings } = useCase();
  const own = findings.filter(
    (finding) => stepOf(finding) === of && !finding.path && finding.outcome === 'notMet',
  );
  if (own.length === 0) return null;
  return (
    <Alert data-color="warning">
      <ul className="plain">
        {own.map((finding, place) => (
          <li key={place}>
            {inWords(finding)} <Cited finding={finding} />
          </li>
        ))}
      </ul>
    </Alert>
  );
}

/** The section that says so. */
export function Cited({ finding: { citation } }: { finding: Finding }) {
  const { t } = useText();
  if (!citation) return null;
  const isOrdinance = /^\d{4}:\d+$/.test(citation.sfs);
  const code = isOrdinance ? 'web.applications.cited' : 'web.applications.citedExample';
  return <span className="quiet cited">{t(code, { ...citation })}</span>;
}

interface FindingListProps {
  of: readonly Finding[];
  /** With a way to the field. Without it, where nothing can be changed. */
  canGo?: boolean;
}

export function FindingList({ of, canGo = false }: FindingListProps) {
  const { named, finding: inWords } = useText();
  return (
    <ul className="findings">
      {of.map((finding, place) => (
        <li key={place}>
          <Tag data-color={COLOURS[finding.outcome]}>{named('findingOutcome', finding.outcome)}</Tag>
          <div>
            {finding.path ? <PlaceOf path={finding.path} /> : null}
            {inWords(finding)} <Cited finding={finding} />
            {canGo && finding.outcome !== 'met' ? <GoTo finding={finding} /> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}

function PlaceOf({ path }: { path: string }) {
  const nameOf = usePlaceName();
  return <strong>{nameOf(path)}: </strong>;
}

function GoTo({ finding }: { finding: Finding }) {
  const { t } = useText();
  const { go, step } = useCase();
  const { id } = useFindings(finding.path ?? '');
  const target = stepOf(finding);
  if (target === 'review' && step === 'review') return null;
  return (
    <Button variant="tertiary" className="inline" onClick={() => go(target, finding.path ? id : undefined)}>
      {t('web.applications.goTo', { step: t(`web.applications.step.${target}`) })}
    </Button>
  );
}

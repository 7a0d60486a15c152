import { Button, Tag } from '@digdir/designsystemet-react';
import { Link } from 'react-router';
import type { Schemas } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { useText } from '../frame/language.js';
import type { Outcome } from './bulk.js';

type Case = Schemas['ApplicationItem'];

interface BulkOutcomesProps {
  outcomes: readonly Outcome<Case>[];
  /** How many are still to be done; `null` when all are. */
  left: number | null;
  onClose: () => void;
}

export function BulkOutcomes({ outcomes, left, onClose }: BulkOutcomesProps) {
  const { t } = useText();
  if (outcomes.length === 0) return null;
  const refused = outcomes.filter(({ refusal }) => refusal !== undefined).length;
  return (
    <div className="outcomes">
      <p role="status">
        {left === null
          ? t('web.work.outcome', { done: outcomes.length - refused, refused })
          : t('web.work.left', { left })}
      </p>
      <ul>
        {outcomes.map(({ item, refusal }) => (
          <li key={item.id}>
            <Tag data-color={refusal === undefined ? 'success' : 'danger'}>
              {t(refusal === undefined ? 'web.work.done' : 'web.work.refused')}
            </Tag>{' '}
            <Link to={`/arenden/${item.id}`}>{item.registryNumber ?? item.title}</Link>{' '}
            {item.organisation.name}
            {refusal === undefined ? null : <Reason of={refusal} />}
          </li>
        ))}
      </ul>
      <Button variant="tertiary" onClick={onClose}>
        {t('web.work.closeOutcomes')}
      </Button>
    </div>
  );
}

function Reason({ of }: { of: unknown }) {
  const { t } = useText();
  if (!(of instanceof Problem) || of.body.status === 0) return <>: {t('web.problem.unreachable')}</>;
  const why = of.findings.length > 0 ? of.findings.map(({ detail }) => detail).join(' ') : of.body.detail;
  return <>: {why}</>;
}

import { Link } from 'react-router';
import { queries } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Loaded } from '../parts/loaded.js';
import { PlainTable } from '../parts/plain-table.js';
import { fundEffects, type FundEffect } from './sums.js';
import type { DecisionDetail } from './use-decision.js';

const PARTS = ['allocated', 'reserved', 'committed', 'available'] as const;
/** Where there is little room. */
const SHORT = ['committed', 'available'] as const;

interface FundEffectsProps {
  decision: DecisionDetail;
  isShort?: boolean;
}

/** The appropriation before and after a proposal is approved. Nothing for a decision that is not about money. */
export function FundEffects({ decision, isShort = false }: FundEffectsProps) {
  if (!decision.appropriationId) return null;
  return <Effects decision={decision} id={decision.appropriationId} parts={isShort ? SHORT : PARTS} />;
}

type Parts = readonly (typeof PARTS)[number][];

interface EffectsProps {
  decision: DecisionDetail;
  id: string;
  parts: Parts;
}

function Effects({ decision, id, parts }: EffectsProps) {
  const query = queries.useQuery('get', '/api/v1/appropriations/{id}', { params: { path: { id } } });
  return (
    <Loaded query={query}>
      {(appropriation) => (
        <>
          {fundEffects(appropriation, decision).map((effect) => (
            <Effect
              key={effect.fund}
              effect={effect}
              parts={parts}
              name={`${appropriation.code} ${appropriation.year}`}
              id={id}
            />
          ))}
        </>
      )}
    </Loaded>
  );
}

function Effect({ effect, name, id, parts }: { effect: FundEffect; name: string; id: string; parts: Parts }) {
  const { t, named, kr } = useText();
  return (
    <>
      <h3>
        {named('fund', effect.fund)} <Link to={`/anslag/${id}`}>{name}</Link>
      </h3>
      <PlainTable
        caption={`${named('fund', effect.fund)} ${name}`}
        rows={parts}
        rowKey={(part) => part}
        columns={[
          { header: t('web.decisions.balance'), cell: (part) => t(`web.appropriations.${part}`) },
          { header: t('web.decisions.now'), cell: (part) => kr(effect.before[part]), isNumber: true },
          { header: t('web.decisions.afterwards'), cell: (part) => kr(effect.after[part]), isNumber: true },
        ]}
      />
    </>
  );
}

import { lazy, Suspense, useEffect, useState } from 'react';
import { loadAreas } from '#text/web';
import { onProofDemanded } from '../api/client.js';
import { useSigning } from './session.js';

const Proof = lazy(async () => {
  const [{ Proof: dialog }] = await Promise.all([import('./proof.js'), loadAreas(['secondFactor'])]);
  return { default: dialog };
});

/** Asks for a proof on top of the page, whenever an act is refused for want of one; the act is then sent again as it was. */
export function ProofDialog() {
  const { look } = useSigning();
  const [answer, ask] = useState<((isProven: boolean) => void) | null>(null);
  useEffect(
    () =>
      onProofDemanded(async (problem) => {
        // Who has nothing to prove with adds something first: the page that is open says so.
        if (problem.code === 'secondFactorRequired' && (await look()).secondFactor === 'enrol') return false;
        return new Promise<boolean>((settle) => ask(() => settle));
      }),
    [look],
  );
  if (!answer) return null;
  return (
    <Suspense>
      <Proof
        onClose={(isProven) => {
          answer(isProven);
          ask(null);
        }}
      />
    </Suspense>
  );
}

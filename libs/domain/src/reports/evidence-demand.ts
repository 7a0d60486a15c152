import type { Finding } from '../shared/finding.js';
import type { EvidenceDemandStatus } from './evidence-demand.lifecycle.js';

/** What may be asked for as proof. */
export const PROOFS = ['ledger', 'invoices', 'payroll', 'coFinancing', 'results'] as const;
export type Proof = (typeof PROOFS)[number];

/** A report of which proof is asked is not approved until the proof is accepted. */
export function checkEvidence(
  demand: { status: EvidenceDemandStatus; proofs: readonly Proof[] } | undefined,
): Finding[] {
  if (!demand) return [];
  const { status, proofs } = demand;
  const outcome = status === 'accepted' ? 'met' : 'notMet';
  return [{ code: 'evidenceAccepted', outcome, citation: null, data: { status, proofs } }];
}

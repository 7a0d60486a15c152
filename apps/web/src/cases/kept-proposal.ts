import { DECISION_OUTCOMES } from '#domain/decisions/proposal';
import type { ProposalValues } from './proposal.js';

/** A proposal as it was when it was last written in, and when that was. */
export interface KeptProposal {
  values: ProposalValues;
  at: string;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** What was kept; nothing where it cannot be read, or is of other years than those of the call. */
export function readKept(kept: string | null, years: readonly number[]): KeptProposal | null {
  try {
    const value: unknown = JSON.parse(kept ?? 'null');
    return isKept(value, years) ? value : null;
  } catch {
    return null;
  }
}

function isKept(value: unknown, years: readonly number[]): value is KeptProposal {
  if (!isObject(value) || typeof value['at'] !== 'string' || !isObject(value['values'])) return false;
  const { outcome, years: rows, reasons, conditions, reportsDue } = value['values'];
  return (
    DECISION_OUTCOMES.some((each) => each === outcome) &&
    typeof reasons === 'string' &&
    Array.isArray(conditions) &&
    Array.isArray(reportsDue) &&
    Array.isArray(rows) &&
    rows.length === years.length &&
    rows.every((row, place) => isObject(row) && row['year'] === years[place])
  );
}

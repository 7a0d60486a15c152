import type { DecisionOutcome } from '#domain/decisions/proposal';

/** Sentences that reasons are built from, by what is proposed. Each has a name and a text; the officer goes on from there. */
export const REASON_BLOCKS = {
  approve: ['eligible', 'need', 'longTerm', 'coFinancing', 'whole', 'part', 'laterYears'],
  reject: ['notEligible', 'moneyIsNotEnough'],
  dismiss: ['late', 'incomplete'],
  discontinue: ['withdrawn'],
} as const satisfies Record<DecisionOutcome, readonly string[]>;

/** What is often asked of a recipient. */
export const CONDITION_BLOCKS = ['use', 'changes', 'accounts', 'publicity'] as const;

/** A sentence is put after what is written, as a paragraph of its own. */
export const withBlock = (written: string, block: string): string =>
  written.trim() === '' ? block : `${written.trimEnd()}\n\n${block}`;

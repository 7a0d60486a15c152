import type { LocalDate } from '../shared/local-date.js';

/** What is held of a case, as far as it is kept or thinned by itself. */
export const MATERIALS = [
  'discardedDraft',
  'abandonedDraft',
  'refusedAttachments',
  'submittedContent',
  'decisions',
  'money',
  'auditTrail',
] as const;
export type Material = (typeof MATERIALS)[number];

/** From what a period is counted: the day in Stockholm on which it happened. */
export type RetentionEvent = 'discarded' | 'callClosed' | 'refusedOrWithdrawn';

export const RETENTION_GROUNDS = ['notReceived', 'example', 'noAuthority', 'publicRecord'] as const;

/**
 * Why it may be thinned, or must be kept.
 * - `notReceived`: it never came in to the agency, which stores it for the recipient only: no public record, and personal data that
 *   is kept no longer than it is needed.
 * - `example`: a public record, which an example programme thins as if there were an authority for it.
 * - `noAuthority`: a public record that could be thinned, had the National Archives said so; nothing in our sources does.
 * - `publicRecord`: what the archive is there for.
 */
export type RetentionGround = (typeof RETENTION_GROUNDS)[number];

interface Rule {
  material: Material;
  ground: RetentionGround;
  /** As it is cited on a Swedish record of thinning. */
  provisions: readonly string[];
}

export interface ThinningRule extends Rule {
  handling: 'thin';
  event: RetentionEvent;
  /** Whole years after the event. A choice of the programme's, which no ordinance in our sources makes. */
  years: number;
}

export interface KeepingRule extends Rule {
  handling: 'keep';
}

export type RetentionRule = ThinningRule | KeepingRule;

export const isThinning = (rule: RetentionRule): rule is ThinningRule => rule.handling === 'thin';

/**
 * The last day of an event whose period has run out: what happened on it or before may be thinned today. A period that began on
 * 29 February ends on 28 February in a year that has no such day.
 */
export function computeLatestEvent(today: LocalDate, { years }: Pick<ThinningRule, 'years'>): LocalDate {
  const earlier = `${String(Number(today.slice(0, 4)) - years).padStart(4, '0')}${today.slice(4)}`;
  if (earlier.endsWith('-02-28') && isLeap(Number(earlier.slice(0, 4))) && !isLeap(Number(today.slice(0, 4))))
    return earlier.replace('-02-28', '-02-29');
  return earlier.endsWith('-02-29') && !isLeap(Number(earlier.slice(0, 4)))
    ? earlier.replace('-02-29', '-02-28')
    : earlier;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

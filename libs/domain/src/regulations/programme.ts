import type { RetentionRule } from '../retention/retention.js';
import type { Citation } from '../shared/finding.js';
import type { LocalDate } from '../shared/local-date.js';
import type { Rule } from './rule.js';

/** A grant by an ordinance, or an example modelled on one. */
export interface Programme {
  code: string;
  /** Short Swedish name, in words of our own. */
  name: string;
  title: { sv: string; en: string };
  /** An example programme is labelled so wherever it is shown. */
  isExample: boolean;
  /** `unknown` where our sources do not say: a letter then says nothing about appeal. */
  appeal: { kind: 'none' | 'court' | 'unknown'; citation: Citation | null };
  /** Whether a year's unused money may go to the next; `unknown` where our sources do not say, and then it may not. */
  carryOver: 'allowed' | 'none' | 'unknown';
  /** What is kept of its cases, what is thinned, and when (gallring). */
  retention: readonly RetentionRule[];
  /** The act that repealed the ordinance; `on` is `null` where our sources do not give the day. */
  repealed: { by: string; on: LocalDate | null } | null;
  /** In order of time, without overlap. */
  wordings: readonly Wording[];
}

/** An ordinance's text between two days (lydelse). A call pins one; its applications are judged by it for ever. */
export interface Wording {
  /** The ordinance, as `2018:151`; `exempel` for an example programme. */
  sfs: string;
  amendedBy: string | null;
  /** First day it holds. */
  validFrom: LocalDate;
  /** Exclusive: the first day it no longer holds; `null` when none is known. */
  validTo: LocalDate | null;
  rules: readonly Rule[];
  /** Sections whose text our sources do not show. They are never treated as met. */
  sectionsNotAvailable: readonly string[];
}

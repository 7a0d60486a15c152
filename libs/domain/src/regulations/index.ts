import type { LocalDate } from '../shared/local-date.js';
import { exempel2025 } from './exempel-2025.js';
import { exempel2027 } from './exempel-2027.js';
import type { Programme, Wording } from './programme.js';
import { sfs2018118 } from './sfs-2018-118.js';
import { sfs2018119 } from './sfs-2018-119.js';
import { sfs2018151 } from './sfs-2018-151.js';

export type { Programme, Wording } from './programme.js';
export type * from './rule.js';
export { RECIPIENT_KINDS, STEPS } from './rule.js';

export const programmes: readonly Programme[] = [
  sfs2018151,
  sfs2018118,
  sfs2018119,
  exempel2025,
  exempel2027,
];

export function findProgramme(code: string): Programme | undefined {
  return programmes.find((programme) => programme.code === code);
}

/** The wording in force on a day: `validFrom ≤ date < validTo`. */
export function wordingAt(programme: Programme, date: LocalDate): Wording | undefined {
  return programme.wordings.find(
    (wording) => wording.validFrom <= date && (wording.validTo === null || date < wording.validTo),
  );
}

/** The wording that a call pins: the one in force when it opens, else the first to come into force after that day. */
export function wordingForCall(programme: Programme, opensOn: LocalDate): Wording | undefined {
  return wordingAt(programme, opensOn) ?? programme.wordings.find((wording) => wording.validFrom > opensOn);
}

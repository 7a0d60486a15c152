import type { Citation } from '../shared/finding.js';

/** Why money is demanded back. The sections on recovery are not in our sources, so no ground has a citation yet. */
export const RECOVERY_GROUNDS = [
  { code: 'settlement', citation: null },
  { code: 'usedForOtherPurpose', citation: null },
  { code: 'incorrectInformation', citation: null },
  { code: 'reportMissing', citation: null },
  { code: 'conditionNotMet', citation: null },
  { code: 'paidByMistake', citation: null },
] as const satisfies readonly { code: string; citation: Citation | null }[];

export type RecoveryGround = (typeof RECOVERY_GROUNDS)[number]['code'];

export function isRecoveryGround(code: string): code is RecoveryGround {
  return RECOVERY_GROUNDS.some((ground) => ground.code === code);
}

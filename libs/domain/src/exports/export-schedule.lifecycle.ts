import { defineLifecycle } from '../shared/lifecycle.js';

export type ExportScheduleStatus = 'active' | 'paused' | 'ended';

/** `run` is the clock's: it orders the export that is due. */
export const exportScheduleLifecycle = defineLifecycle<ExportScheduleStatus>('exportSchedule', 'active', {
  active: { run: 'active', edit: 'active', pause: 'paused', end: 'ended' },
  paused: { edit: 'paused', resume: 'active', end: 'ended' },
  ended: {},
});

/** Why it is paused: by a person, or by the clock, which found that the owner may no longer order it or that nobody may. */
export const PAUSE_REASONS = ['byPerson', 'ownerInactive', 'ownerNotAllowed', 'orderRefused'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

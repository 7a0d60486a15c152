import { defineLifecycle } from '../shared/lifecycle.js';

export type RecoveryStatus =
  'considered' | 'notified' | 'decided' | 'settling' | 'settled' | 'dropped' | 'writtenOff';

/**
 * The recipient may answer while `notified`, before anything is decided (förvaltningslagen 25 §). What was set off against
 * a payment that is then cancelled is owed again.
 */
export const recoveryLifecycle = defineLifecycle<RecoveryStatus>('recovery', 'considered', {
  considered: { notify: 'notified', drop: 'dropped' },
  notified: { answer: 'notified', decide: 'decided', drop: 'dropped' },
  decided: {
    plan: 'decided',
    'register-payment': 'settling',
    'set-off': 'settling',
    'write-off': 'writtenOff',
  },
  settling: {
    plan: 'settling',
    'register-payment': 'settling',
    'set-off': 'settling',
    'undo-set-off': 'settling',
    settle: 'settled',
    'write-off': 'writtenOff',
  },
  settled: { 'undo-set-off': 'settling' },
  dropped: {},
  writtenOff: { 'undo-set-off': 'settling' },
});

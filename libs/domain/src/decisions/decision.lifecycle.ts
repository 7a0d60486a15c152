import { defineLifecycle } from '../shared/lifecycle.js';

export type DecisionStatus = 'proposed' | 'approved' | 'returned' | 'superseded' | 'revoked';

/** An approved decision is superseded by an approved amendment, never changed: `amend` proposes one. */
export const decisionLifecycle = defineLifecycle<DecisionStatus>('decision', 'proposed', {
  proposed: { approve: 'approved', return: 'returned' },
  approved: {
    'confirm-year': 'approved',
    'lapse-year': 'approved',
    amend: 'approved',
    'judge-condition': 'approved',
    'prove-co-financing': 'approved',
    supersede: 'superseded',
    revoke: 'revoked',
  },
  returned: {},
  superseded: {},
  revoked: {},
});

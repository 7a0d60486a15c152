import { defineLifecycle } from '../shared/lifecycle.js';

export type EvidenceDemandStatus = 'requested' | 'answered' | 'accepted';

/** Proof of what a report says, asked of those who were drawn. The report is not approved before it is accepted. */
export const evidenceDemandLifecycle = defineLifecycle<EvidenceDemandStatus>('evidenceDemand', 'requested', {
  requested: { answer: 'answered' },
  answered: { answer: 'answered', accept: 'accepted', 'send-back': 'requested' },
  accepted: {},
});

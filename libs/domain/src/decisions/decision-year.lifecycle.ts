import { defineLifecycle } from '../shared/lifecycle.js';

export type DecisionYearStatus = 'conditional' | 'firm' | 'lapsed';

/** A year is firm when its appropriation exists. The appropriation's own year is made firm at approval. */
export const decisionYearLifecycle = defineLifecycle<DecisionYearStatus>('decisionYear', 'conditional', {
  conditional: { confirm: 'firm', lapse: 'lapsed' },
  firm: {},
  lapsed: {},
});

import { defineLifecycle } from '../shared/lifecycle.js';

export type MeasureDatasetStatus = 'reading' | 'awaitingAcceptance' | 'accepted' | 'rejected' | 'failed';

/** Only an accepted data set answers. One that failed, or was rejected, is sent again as another. */
export const measureDatasetLifecycle = defineLifecycle<MeasureDatasetStatus>('measureDataset', 'reading', {
  reading: { complete: 'awaitingAcceptance', fail: 'failed' },
  awaitingAcceptance: { accept: 'accepted', reject: 'rejected' },
  accepted: {},
  rejected: {},
  failed: {},
});

import { defineLifecycle } from '../shared/lifecycle.js';

export type ExportStatus = 'queued' | 'running' | 'ready' | 'failed' | 'expired' | 'cancelled';

/** A worker that died leaves `running`; the next one starts it again, so `running` may follow on `running`. */
export const exportLifecycle = defineLifecycle<ExportStatus>('export', 'queued', {
  queued: { start: 'running', cancel: 'cancelled' },
  running: { start: 'running', complete: 'ready', fail: 'failed', cancel: 'cancelled' },
  ready: { expire: 'expired' },
  failed: { retry: 'queued' },
  expired: {},
  cancelled: {},
});

import { setTimeout as sleep } from 'node:timers/promises';

/** Waiting and chance, so that a test need not wait. */
export interface RemoteTime {
  /** Milliseconds that only grow. */
  now(): number;
  wait(ms: number, signal?: AbortSignal): Promise<void>;
  /** From 0 to 1. */
  chance(): number;
}

export const REMOTE_TIME: RemoteTime = {
  now: () => performance.now(),
  wait: (ms, signal) => sleep(ms, undefined, { signal }),
  chance: () => Math.random(),
};

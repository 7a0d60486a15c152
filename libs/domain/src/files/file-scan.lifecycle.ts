import { defineLifecycle } from '../shared/lifecycle.js';

export type FileScanStatus = 'waiting' | 'clean' | 'infected';

/** A file that was sent is in quarantine until a scanner has looked into it. What it said then stands. */
export const fileScanLifecycle = defineLifecycle<FileScanStatus>('fileScan', 'waiting', {
  waiting: { clear: 'clean', refuse: 'infected' },
  clean: {},
  infected: {},
});

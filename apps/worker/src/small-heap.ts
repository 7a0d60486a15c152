import { setFlagsFromString } from 'node:v8';

/**
 * V8 lets garbage grow to several times of what is in use, and a worker that streams a million rows would hold mostly that.
 * It is told to collect early and not to let the space for new objects grow. Nothing is forbidden: what needs more gets
 * more, so that no job ends for want of memory. Set here and not on the command line, so that it holds however the worker
 * is started.
 */
setFlagsFromString('--optimize-for-size');
setFlagsFromString('--semi-space-growth-factor=1');

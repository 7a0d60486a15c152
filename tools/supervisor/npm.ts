import { startedByNpm } from '../environment.js';

/** A signal sent to npm alone ends npm, or its shell, and never reaches us. We notice by having another parent. */
export function onEndOfNpm(stop: () => void): void {
  if (!startedByNpm) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, 500);
  timer.unref();
}

import { setTimeout as sleep } from 'node:timers/promises';

const limitMs = 60_000;

/** Waits until the API answers that it is ready; `lastLines` explains when it does not. */
export async function waitUntilReady(
  address: string,
  lastLines: () => string,
  stopped: () => boolean,
): Promise<void> {
  const deadline = performance.now() + limitMs;
  while (!(await isReady(address))) {
    if (stopped()) throw new Error('Stopped before the API was ready.');
    if (performance.now() > deadline) {
      throw new Error(
        `The API was not ready within ${limitMs / 1000} s (${address}/health/ready). Its last lines:\n${lastLines()}`,
      );
    }
    await sleep(50);
  }
}

async function isReady(address: string): Promise<boolean> {
  try {
    const answer = await fetch(`${address}/health/ready`, { signal: AbortSignal.timeout(5_000) });
    await answer.body?.cancel();
    return answer.status === 200;
  } catch {
    return false;
  }
}

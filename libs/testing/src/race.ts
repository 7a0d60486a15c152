import type { Answer, Any } from './client.js';

/** Sends as many requests at once; the answers in the order of the lanes. */
export function lanes(count: number, send: (lane: number) => Promise<Answer<Any>>): Promise<Answer<Any>[]> {
  return Promise.all(Array.from({ length: count }, (_, lane) => send(lane)));
}

/** How often each answer came: `{ '200': 1, '409 illegalTransition': 63 }`. */
export function tally(answers: readonly Answer<Any>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, body } of answers) {
    const name = status < 400 ? `${status}` : `${status} ${body.code}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

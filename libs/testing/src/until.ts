/** Asks again and again until there is an answer; for long, as a busy machine may need. */
export async function until<T>(
  ask: () => Promise<T | undefined | false>,
  { seconds = 60, pause = 50 }: { seconds?: number; pause?: number } = {},
): Promise<T> {
  for (const deadline = performance.now() + seconds * 1_000; performance.now() < deadline;) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  throw new Error(`Waited ${seconds} s in vain`);
}

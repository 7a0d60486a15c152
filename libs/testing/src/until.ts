/** Asks again and again until there is an answer. */
export async function until<T>(
  ask: () => Promise<T | undefined | false>,
  { seconds = 20, pause = 50 }: { seconds?: number; pause?: number } = {},
): Promise<T> {
  for (const deadline = performance.now() + seconds * 1_000; performance.now() < deadline;) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  throw new Error(`Waited ${seconds} s in vain`);
}

// The terminal may be closed before we are: that is no reason to leave the database running.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

export const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Runs a step that may take a while, and says every few seconds that it is still at work. */
export async function timed<T>(title: string, step: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const seconds = (): string => ((performance.now() - start) / 1000).toFixed(1);
  const ticker = setInterval(() => say(`${title} … ${seconds()} s`), 5_000);
  try {
    const result = await step();
    say(`${title} … done in ${seconds()} s`);
    return result;
  } finally {
    clearInterval(ticker);
  }
}

import autocannon from 'autocannon';

export interface Load {
  url: string;
  headers?: Record<string, string>;
  connections: number;
  seconds: number;
}

export interface WriteLoad {
  connections: number;
  headers?: Record<string, string>;
  /** Each is sent once. */
  urls: readonly string[];
}

/** Requests a second that were answered 2xx. Throws where any was not: a fast refusal is no speed. */
export async function readsPerSecond({ url, headers = {}, connections, seconds }: Load): Promise<number> {
  const result = await autocannon({ url, headers, connections, duration: seconds });
  const refused = result.non2xx + result.errors;
  if (refused > 0) throw new Error(`${refused} requests to ${url} were refused`);
  return result['2xx'] / result.duration;
}

/** Writes a second: every address is posted to once, by `connections` clients side by side. */
export async function writesPerSecond({ connections, headers = {}, urls }: WriteLoad): Promise<number> {
  const waiting = [...urls];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let url = waiting.pop(); url; url = waiting.pop()) {
        const response = await fetch(url, {
          method: 'POST',
          headers: { ...headers, 'idempotency-key': url },
        });
        if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
        await response.arrayBuffer();
      }
    }),
  );
  return (urls.length / (performance.now() - began)) * 1_000;
}

/** `work` for each, by so many side by side; the results in the order of the items. */
export async function inLanes<Item, Result>(
  count: number,
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  await Promise.all(
    Array.from({ length: count }, async () => {
      for (const [index, item] of waiting) results[index] = await work(item);
    }),
  );
  return results;
}

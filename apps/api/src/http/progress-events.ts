import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { StreamableFile } from '@nestjs/common';
import type { JsonText } from '#platform/database';

const PAUSE = 500;

/**
 * Tells of every change of a thing while its status is one of `unfinished`. Read once before the answer begins: what is
 * not there is refused as everywhere else, which Nest's own `@Sse()` cannot do once there are interceptors.
 */
export async function follow(
  read: () => Promise<JsonText>,
  unfinished: readonly string[],
): Promise<StreamableFile> {
  const first = await read();
  return new StreamableFile(Readable.from(changes(first.text, read, unfinished)), {
    type: 'text/event-stream',
  });
}

async function* changes(
  first: string,
  read: () => Promise<JsonText>,
  unfinished: readonly string[],
): AsyncGenerator<string> {
  let [told, now] = ['', first];
  for (;;) {
    // A comment where nothing is new: so it is noticed when nobody listens any more.
    yield now === told ? ':\n\n' : `event: progress\ndata: ${now}\n\n`;
    if (!unfinished.includes((JSON.parse(now) as { status: string }).status)) return;
    await setTimeout(PAUSE);
    [told, now] = [now, (await read()).text];
  }
}

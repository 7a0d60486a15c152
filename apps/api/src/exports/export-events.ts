import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { StreamableFile } from '@nestjs/common';
import type { JsonText } from '#platform/database';

const PAUSE = 500;
const UNFINISHED = ['queued', 'running'];

/**
 * Tells of every change until the export has come to an end. Read once before the answer begins: what is not there is
 * refused as everywhere else, which Nest's own `@Sse()` cannot do once there are interceptors.
 */
export async function follow(read: () => Promise<JsonText>): Promise<StreamableFile> {
  const first = await read();
  return new StreamableFile(Readable.from(changes(first.text, read)), { type: 'text/event-stream' });
}

async function* changes(first: string, read: () => Promise<JsonText>): AsyncGenerator<string> {
  let [told, now] = ['', first];
  for (;;) {
    // A comment where nothing is new: so it is noticed when nobody listens any more.
    yield now === told ? ':\n\n' : `event: progress\ndata: ${now}\n\n`;
    if (!UNFINISHED.includes((JSON.parse(now) as { status: string }).status)) return;
    await setTimeout(PAUSE);
    [told, now] = [now, (await read()).text];
  }
}

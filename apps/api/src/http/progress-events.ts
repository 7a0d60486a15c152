import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { createParamDecorator, StreamableFile, type ExecutionContext } from '@nestjs/common';
import type { JsonText } from '#platform/database';
import type { SignedInRequest } from './session-token.js';

const PAUSE = 500;

/** Whether whoever is told may still be. */
export const MayGoOn = createParamDecorator(
  (_: unknown, context: ExecutionContext): (() => Promise<boolean>) => {
    return context.switchToHttp().getRequest<SignedInRequest>().mayGoOn!;
  },
);

/**
 * Tells of every change of a thing while its status is one of `unfinished`, and no longer than whoever is told is signed in.
 * Read once before the answer begins: what is not there is refused as everywhere else, which Nest's own `@Sse()` cannot do
 * once there are interceptors.
 */
export async function follow(
  read: () => Promise<JsonText>,
  unfinished: readonly string[],
  mayGoOn: () => Promise<boolean>,
): Promise<StreamableFile> {
  const first = await read();
  return new StreamableFile(Readable.from(changes(first.text, read, unfinished, mayGoOn)), {
    type: 'text/event-stream',
  });
}

async function* changes(
  first: string,
  read: () => Promise<JsonText>,
  unfinished: readonly string[],
  mayGoOn: () => Promise<boolean>,
): AsyncGenerator<string> {
  let [told, now] = ['', first];
  for (;;) {
    // A comment where nothing is new: so it is noticed when nobody listens any more.
    yield now === told ? ':\n\n' : `event: progress\ndata: ${now}\n\n`;
    if (!unfinished.includes((JSON.parse(now) as { status: string }).status)) return;
    await setTimeout(PAUSE);
    if (!(await mayGoOn())) return;
    [told, now] = [now, (await read()).text];
  }
}

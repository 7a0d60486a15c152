import type { MessageEvent } from '@nestjs/common';
import { concatMap, distinctUntilChanged, map, takeWhile, timer, type Observable } from 'rxjs';
import type { JsonText } from '#platform/database';

const PAUSE = 500;

/** Tells of every change until the export has come to an end. */
export function follow(read: () => Promise<JsonText>): Observable<MessageEvent> {
  return timer(0, PAUSE).pipe(
    concatMap(read),
    map(({ text }) => text),
    distinctUntilChanged(),
    map((text) => JSON.parse(text) as { status: string }),
    takeWhile(({ status }) => status === 'queued' || status === 'running', true),
    map((state) => ({ type: 'progress', data: state })),
  );
}

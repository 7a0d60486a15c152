// breaks: medel/queue-add-only-in-relay
import { mailQueue } from '#platform/queue';

const queues = new Map([['mail', mailQueue]]);
const queued = new Set<string>();

export function send(id: string): Promise<unknown> | undefined {
  queued.add(id);
  return queues.get('mail')?.add('mail', { id });
}

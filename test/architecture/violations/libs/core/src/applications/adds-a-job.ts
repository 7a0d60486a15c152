// breaks: medel/queue-add-only-in-relay
import { mailQueue } from '#platform/queue';

export const send = (id: string): Promise<unknown> => mailQueue.add('mail', { id });

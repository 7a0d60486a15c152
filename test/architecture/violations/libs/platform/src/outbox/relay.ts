import { mailQueue } from '#platform/queue';

export const relay = (id: string): Promise<unknown> => mailQueue.add('mail', { id });

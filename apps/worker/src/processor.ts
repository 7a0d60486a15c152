import { SetMetadata } from '@nestjs/common';
import type { Topic } from '#platform/outbox';
import type { JobData } from '#platform/queue';

export const PROCESSES = 'medel:processes';

/** Does what a topic asks for. The queue may deliver twice: a processor makes its result once. */
export interface Processor {
  process(data: JobData, job: { attempt: number }): Promise<void>;
}

export interface Processing {
  topic: Topic;
  concurrency: number;
}

export const Processes = (topic: Topic, { concurrency }: { concurrency: number }): ClassDecorator =>
  SetMetadata(PROCESSES, { topic, concurrency } satisfies Processing);

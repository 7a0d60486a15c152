import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Database, sql } from '#platform/database';
import { Queues } from '#platform/queue';
import { messageOf } from '#platform/telemetry';

const PAUSE = 100;
const BATCH = 100;
const EVERYTHING = { organisationId: null };

interface Message {
  id: string;
  topic: string;
  subject_id: string;
  actor_id: string;
}

/** Moves outbox rows to the queue, once each: the job id is the row's id, so that a repeat changes nothing. */
@Injectable()
export class OutboxRelay implements OnApplicationShutdown {
  private readonly logger = new Logger(OutboxRelay.name);
  private running: Promise<void> | undefined;
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  /** Relays what lies ready; answers how many rows that were. Several relays may run side by side. */
  async relay(): Promise<number> {
    return this.database.transaction(EVERYTHING, async () => {
      const messages = await this.database.execute<Message>(
        sql`SELECT id, topic, subject_id, actor_id FROM outbox_messages WHERE relayed_at IS NULL
            ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
      );
      for (const message of messages) {
        const queue = this.queues.queue(message.topic);
        await queue.add(
          message.topic,
          { id: message.subject_id, actorId: message.actor_id },
          { jobId: message.id },
        );
      }
      if (messages.length > 0) {
        const ids = messages.map((message) => message.id);
        await this.database.execute(
          sql`UPDATE outbox_messages SET relayed_at = now() WHERE id = ANY(${ids}::uuid[])`,
        );
      }
      return messages.length;
    });
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      const relayed = await this.relay().catch((error: unknown) => {
        this.logger.warn(`The outbox waits: ${messageOf(error)}`);
        return 0;
      });
      if (relayed < BATCH) await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}

import { Injectable } from '@nestjs/common';
import type { AuditActor } from '#platform/audit';
import { Database, sql } from '#platform/database';
import { newId } from '#platform/ids';
import type { Topic } from './topic.js';

/** What is to be done after the commit is written with the act itself. PostgreSQL is the truth, the queue a hint. */
@Injectable()
export class Outbox {
  constructor(private readonly database: Database) {}

  /** Relayed messages are kept a day, for whoever looks for what happened. */
  async removeRelayed(): Promise<void> {
    await this.database.transaction({ organisationId: null }, () =>
      this.database.execute(sql`DELETE FROM outbox_messages WHERE relayed_at < now() - interval '1 day'`),
    );
  }

  /** `subjectId` only, never a copy: the processor reads what holds when it runs. */
  publish(topic: Topic, subjectId: string, actor: AuditActor): void {
    this.database.send(
      sql`INSERT INTO outbox_messages (id, topic, subject_id, actor_id)
          VALUES (${newId()}, ${topic.name}, ${subjectId}, ${actor.userId})`,
    );
  }
}

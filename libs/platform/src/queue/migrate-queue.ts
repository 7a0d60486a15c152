import { createPostgresBackend, Queue, withBackend } from 'bullmq';

/** Makes or upgrades the queue's own tables, in the schema that belongs to its role. */
export async function migrateQueue(queueDatabaseUrl: string): Promise<void> {
  const onPostgres = withBackend(createPostgresBackend);
  const queue = new onPostgres.Queue('migration', {
    connection: { connectionString: queueDatabaseUrl, max: 1, migrate: true },
  }) as unknown as Queue;
  try {
    await queue.waitUntilReady();
  } finally {
    await queue.close();
  }
}

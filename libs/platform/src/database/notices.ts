import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { CONFIG, type Config } from '#platform/config';

const RETRY_MILLISECONDS = 1_000;

interface Listener {
  heard(): void;
  /** Called whenever notices may be missed, and when they can be relied on again. */
  reliable(isReliable: boolean): void;
}

/** What PostgreSQL tells of by NOTIFY. A connection of its own per channel, made again when it is lost. */
@Injectable()
export class Notices implements OnApplicationShutdown {
  private readonly clients = new Set<pg.Client>();
  private isStopped = false;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  listen(channel: 'medel_sessions', listener: Listener): void {
    const client = new pg.Client({
      connectionString: this.config.databaseUrl,
      application_name: 'medel notices',
    });
    this.clients.add(client);
    const lost = () => {
      if (!this.clients.delete(client)) return;
      listener.reliable(false);
      client.end().catch(() => undefined);
      if (!this.isStopped)
        setTimeout(() => this.isStopped || this.listen(channel, listener), RETRY_MILLISECONDS).unref();
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', () => listener.heard());
    client
      .connect()
      .then(() => client.query(`LISTEN ${channel}`))
      .then(() => listener.reliable(true))
      .catch(lost);
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    await Promise.all([...this.clients].map((client) => client.end().catch(() => undefined)));
  }
}

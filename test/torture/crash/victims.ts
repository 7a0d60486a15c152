import { until, type ChildServer, type Medel, type Random } from '#testing';

/** A worker does nothing worth a kill before it has begun to. */
const WORKER_BEGINS_MILLISECONDS = 2_500;

/** A process that begins again by itself when it was killed, so that others may be killed meanwhile. */
export class Phoenix {
  private beginning: Promise<void> = Promise.resolve();
  private isBeginning = false;

  constructor(
    private readonly server: ChildServer,
    private readonly pause: number,
  ) {}

  get isUp(): boolean {
    return !this.isBeginning;
  }

  get isAlive(): boolean {
    return this.server.isAlive;
  }

  begin(): void {
    this.isBeginning = true;
    this.beginning = this.start();
    this.beginning.catch(() => undefined);
  }

  /** Throws where it did not begin. */
  async settled(): Promise<void> {
    await this.beginning;
  }

  async kill(): Promise<void> {
    await this.server.kill();
    this.begin();
  }

  async end(): Promise<void> {
    await this.beginning.catch(() => undefined);
    await this.server.kill();
  }

  private async start(): Promise<void> {
    await this.server.start();
    await new Promise((resolve) => setTimeout(resolve, this.pause));
    this.isBeginning = false;
  }
}

export const phoenixes = (
  apis: readonly ChildServer[],
  workers: readonly ChildServer[],
): { apis: Phoenix[]; workers: Phoenix[] } => ({
  apis: apis.map((server) => new Phoenix(server, 0)),
  workers: workers.map((server) => new Phoenix(server, WORKER_BEGINS_MILLISECONDS)),
});

/** One of PostgreSQL's own processes: the server then begins again by itself. */
export async function killBackend(medel: Medel, random: Random): Promise<boolean> {
  const sql = `SELECT pid FROM pg_stat_activity WHERE usename = 'medel_app' AND datname = current_database() ORDER BY pid`;
  const { rows } = await until(() => medel.owner.query(sql).catch(() => undefined));
  if (rows.length === 0) return false;
  process.kill(rows[random.whole(0, rows.length - 1)].pid, 'SIGKILL');
  return true;
}

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '#platform/embedded';
import { until } from '#testing';

export const noRedis = spawnSync('redis-server', ['--version']).error !== undefined;

/** A Redis that keeps nothing on disk. */
export class RedisServer {
  private server: ChildProcess | undefined;
  private constructor(readonly port: number) {}

  static async start(): Promise<RedisServer> {
    const redis = new RedisServer((await freePort(0))!);
    await redis.start();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const flags = ['--port', `${this.port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    const server = spawn('redis-server', flags, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.server = server;
    let said = '';
    server.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await until(async () => said.includes('Ready to accept connections'));
  }

  /** With everything that it held. */
  async kill(): Promise<void> {
    const ended = once(this.server!, 'exit');
    this.server!.kill('SIGKILL');
    await ended;
  }
}

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from '#platform/embedded';
import { until } from '#testing';

export const noRedis = spawnSync('redis-server', ['--version']).error !== undefined;

/** A Redis that writes down what it holds, so that it can be killed with it and without. */
export class RedisServer {
  private readonly directory = mkdtempSync(join(tmpdir(), 'medel-redis-'));
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
    mkdirSync(this.directory, { recursive: true });
    const flags = ['--port', `${this.port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'yes'];
    const server = spawn('redis-server', [...flags, '--dir', this.directory], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.server = server;
    let said = '';
    server.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await until(async () => said.includes('Ready to accept connections'));
  }

  /** How many jobs it holds, whatever queue they are of. */
  async jobs(): Promise<number> {
    const redis = new Redis(this.url);
    try {
      return (await redis.keys('bull:*')).filter((key) => /:[0-9a-f-]{36}$/.test(key)).length;
    } finally {
      redis.disconnect();
    }
  }

  /** With everything that it held, unless that is kept. */
  async kill({ isLost = true } = {}): Promise<void> {
    const ended = once(this.server!, 'exit');
    this.server!.kill('SIGKILL');
    await ended;
    if (isLost) rmSync(this.directory, { recursive: true });
  }
}

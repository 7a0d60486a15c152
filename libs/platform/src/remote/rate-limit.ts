import type { RemoteTime } from './remote-time.js';

/** Lets so many begin in any window of time, one after another, however many ask at once. */
export class RateLimit {
  private readonly begun: number[] = [];
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly requests: number,
    private readonly windowMs: number,
    private readonly time: RemoteTime,
  ) {}

  take(signal?: AbortSignal): Promise<void> {
    const taken = this.turn.then(() => this.begin(signal));
    this.turn = taken.catch(() => undefined);
    return taken;
  }

  private async begin(signal?: AbortSignal): Promise<void> {
    if (this.begun.length >= this.requests) {
      const free = this.begun[0]! + this.windowMs;
      const left = free - this.time.now();
      if (left > 0) await this.time.wait(left, signal);
      this.begun.shift();
    }
    this.begun.push(this.time.now());
  }
}

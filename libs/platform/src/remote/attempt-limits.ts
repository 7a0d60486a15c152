import { RemoteFault } from './remote-fault.js';

/** The times that an attempt may take, and what the caller has to say of it. */
export class AttemptLimits {
  private readonly controller = new AbortController();
  private nextTimer: NodeJS.Timeout | undefined;
  private overallTimer: NodeJS.Timeout | undefined;
  private isLate = false;
  private readonly stop = () => this.controller.abort(this.caller?.reason);

  constructor(private readonly caller: AbortSignal | undefined) {
    if (caller?.aborted) this.stop();
    caller?.addEventListener('abort', this.stop, { once: true });
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  overall(ms: number): void {
    this.overallTimer = setTimeout(() => this.expire(), ms);
  }

  next(ms: number): void {
    clearTimeout(this.nextTimer);
    this.nextTimer = setTimeout(() => this.expire(), ms);
  }

  /** While our own side is at work. */
  pause(): void {
    clearTimeout(this.nextTimer);
  }

  /** What an error of the connection is in truth. */
  explain(error: unknown, otherwise: RemoteFault): unknown {
    if (this.isLate) return new RemoteFault('timeout', {}, { afterMs: undefined });
    return this.caller?.aborted ? (this.caller.reason ?? error) : otherwise;
  }

  done(): void {
    clearTimeout(this.nextTimer);
    clearTimeout(this.overallTimer);
    this.caller?.removeEventListener('abort', this.stop);
    this.controller.abort();
  }

  private expire(): void {
    this.isLate = true;
    this.controller.abort();
  }
}

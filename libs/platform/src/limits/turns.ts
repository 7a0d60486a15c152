import { DomainError } from '#platform/errors';

/** Work that is done a few at a time: a crowd at the door waits its turn, and beyond that is told to come back. */
export class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly most: { atOnce: number; waiting: number }) {}

  /** Throws `unavailable` where too many wait already. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.waiting.length >= this.most.waiting) throw new DomainError('unavailable');
    if (this.running >= this.most.atOnce) await new Promise<void>((go) => this.waiting.push(go));
    else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}

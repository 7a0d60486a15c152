import { DomainError } from '#platform/errors';

interface Most {
  atOnce: number;
  waiting: number;
  /** Milliseconds that anybody waits; left out where those before them are soon done. */
  patience?: number;
}

/** Work that is done a few at a time: a crowd at the door waits its turn, and beyond that is told to come back. */
export class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly most: Most) {}

  /** Throws `unavailable` where too many wait already, or the turn does not come in time. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.waiting.length >= this.most.waiting) throw new DomainError('unavailable');
    if (this.running >= this.most.atOnce) await this.turn();
    else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }

  private turn(): Promise<void> {
    const { patience } = this.most;
    return new Promise((resolve, reject) => {
      const late = patience === undefined ? undefined : setTimeout(() => giveUp(), patience);
      const go = () => {
        clearTimeout(late);
        resolve();
      };
      const giveUp = () => {
        this.waiting.splice(this.waiting.indexOf(go), 1);
        reject(new DomainError('unavailable'));
      };
      this.waiting.push(go);
    });
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, Any, Client } from '#testing';

/** What somebody was told that is done. */
export interface Acknowledged {
  /** The key that it was asked with; a change of content has none, and is known by what it wrote. */
  key: string | null;
  subject: string;
  id: string;
  action: string;
  body: Any;
}

/** Asks one of several servers; the next one where it is not there. */
export class Person {
  private at = 0;

  constructor(
    readonly name: string,
    private readonly clients: readonly Client[],
  ) {}

  get client(): Client {
    return this.clients[this.at]!;
  }

  turn(): void {
    this.at = (this.at + 1) % this.clients.length;
  }
}

/** Notes what is acknowledged, before anybody looks into the database, and what else is answered. */
export class Journal {
  readonly acknowledged: Acknowledged[] = [];
  /** No answer, or that it is away: then it is asked again, with the same key. */
  readonly refusals = new Map<string, number>();
  /** Anything else than what must come: none of it should be there. */
  readonly surprises: string[] = [];

  private isStopped = false;

  /** Nobody asks any more: the servers are taken away. */
  stop(): void {
    this.isStopped = true;
  }

  note(done: Acknowledged): void {
    this.acknowledged.push(done);
  }

  /** Asks until there is an answer that is one. */
  async ask(who: Person, ask: (client: Client) => Promise<Answer<Any>>): Promise<Answer<Any>> {
    for (;;) {
      const answer = await ask(who.client).catch(() => undefined);
      if (answer && answer.status !== 503) return answer;
      const why = answer ? `503 ${answer.body.code}` : 'no answer';
      this.refusals.set(why, (this.refusals.get(why) ?? 0) + 1);
      if (answer && answer.headers.get('retry-after') !== '1') this.surprises.push('503 without Retry-After');
      if (this.isStopped) throw new Error('Nobody asks any more');
      who.turn();
      await sleep(50);
    }
  }

  async expect(status: number, who: Person, what: string, ask: (client: Client) => Promise<Answer<Any>>) {
    const answer = await this.ask(who, ask);
    if (answer.status === status) return answer;
    const told = `${what}: ${answer.status} ${JSON.stringify(answer.body)}`;
    this.surprises.push(told);
    throw new Error(told);
  }
}

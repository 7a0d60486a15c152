import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Transactional, type Scope } from '#platform/database';
import { SealKeys } from './seal-keys.js';
import { SealRepository, type FoundHead } from './seal.repository.js';
import { digestOf, hashOf, textOf, type Seal } from './seal.js';

/**
 * Puts the heads of the chains under seals that are signed with a key which the database does not have. Who rewrites or
 * cuts off a chain after it was sealed cannot make the seal anew.
 */
@Injectable()
export class AuditSealer {
  private readonly logger = new Logger(AuditSealer.name);
  /** The first time all chains are looked at: the database may be one that was restored. */
  private hasSeenAll = false;

  constructor(
    private readonly seals: SealRepository,
    private readonly keys: SealKeys,
    private readonly clock: Clock,
  ) {}

  /** Seals what has come since the last seal. Where there is no key, or nothing has come, there is no seal. */
  async seal(actor: Scope): Promise<void> {
    if (!this.keys.own) return;
    const made = await this.sealAfterLast(actor, !this.hasSeenAll);
    this.hasSeenAll = true;
    // The log lies elsewhere than the database: it tells of a seal that was taken away.
    for (const { number, hash } of made) this.logger.log(`Audit seal ${number} ${hash}`);
  }

  /** Reads with the scope of `actor`, which must see every chain. */
  @Transactional()
  async sealAfterLast(actor: Scope, looksAtAll: boolean): Promise<{ number: number; hash: string }[]> {
    if (actor.organisationId !== null) throw new Error('Only who sees every chain seals');
    await this.seals.takeTurns();
    const last = await this.seals.last();
    const since = looksAtAll ? null : (last?.settled ?? null);
    const made: { number: number; hash: string }[] = [];
    let before = { number: last?.number ?? 0, hash: last?.hash ?? '' };
    for await (const heads of this.seals.heads(since)) {
      before = await this.add(heads, before);
      made.push(before);
    }
    return made;
  }

  private async add(heads: FoundHead[], before: { number: number; hash: string }) {
    const seal: Seal = {
      number: before.number + 1,
      previousHash: before.hash,
      at: this.momentAfter(heads).toISOString(),
      settled: heads[0]!.settled,
      publicKey: this.keys.own!,
      digest: digestOf(heads),
    };
    const hash = hashOf(seal);
    const signature = this.keys.sign(textOf(seal));
    await this.seals.add({ ...seal, hash, signature }, heads);
    return { number: seal.number, hash };
  }

  /** Another machine's clock may be ahead: a seal is never older than what it seals. */
  private momentAfter(heads: FoundHead[]): Date {
    return heads.reduce((latest, { at }) => (at > latest ? at : latest), this.clock.now());
  }
}

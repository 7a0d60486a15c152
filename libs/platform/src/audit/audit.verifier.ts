import { Injectable } from '@nestjs/common';
import { Snapshots, type Scope, type Snapshot } from '#platform/database';
import { Turns } from '#platform/limits';
import { keyIdOf, SealKeys } from './seal-keys.js';
import { hashOf, SEALS, textOf, type Seal } from './seal.js';
import {
  countMisfits,
  countOtherwise,
  firstBroken,
  firstOtherwise,
  heads,
  links,
  sealsAfter,
  type Links,
} from './verification.queries.js';

/** What may be wrong with a link, of a chain of events or of the chain of seals. */
export const AUDIT_FAULTS = [
  'eventChanged',
  'eventMissing',
  'eventUnlinked',
  'eventReplaced',
  'chainLength',
  'sealChanged',
  'sealMissing',
  'sealUnlinked',
  'sealKeyUnknown',
  'sealNotSigned',
  'sealKeyEnded',
] as const;
type AuditFault = (typeof AUDIT_FAULTS)[number];

interface BrokenLink {
  subjectType: string;
  subjectId: string;
  seq: number;
  fault: AuditFault;
}

export interface AuditVerification {
  ok: boolean;
  events: number;
  firstBroken: BrokenLink | null;
  /** SHA-256 over the last hash of every chain. */
  head: string;
  seals: {
    count: number;
    /** Write it down elsewhere to prove later that nothing up to it was cut off. */
    last: { number: number; at: string; hash: string; keyId: string } | null;
    /** Events that came after it. */
    unsealed: number;
  };
}

interface KeptSeal extends Seal {
  hash: string;
  signature: string;
}

interface VerifiedSeals {
  last: KeptSeal | null;
  /** The latest moment of them all. */
  latest: string;
  fault: BrokenLink | null;
}

const SEALS_AT_A_TIME = 500;
/** Each holds a connection of its own and hashes the whole trail. */
const MOST = { atOnce: 1, waiting: 10 };

@Injectable()
export class AuditVerifier {
  private readonly turns = new Turns(MOST);

  constructor(
    private readonly snapshots: Snapshots,
    private readonly keys: SealKeys,
  ) {}

  /**
   * Computes every hash again, holds every chain's length against its subject's version and against the seals, and these
   * against their signatures: all of one moment, on a connection of its own, since it takes as long as the trail is. Where
   * something is wrong is asked only if something is.
   */
  verify(scope: Scope): Promise<AuditVerification> {
    return this.turns.take(() => this.snapshots.read(scope, (snapshot) => this.verifyIn(snapshot)));
  }

  private async verifyIn(snapshot: Snapshot): Promise<AuditVerification> {
    const { broken, events, head } = await snapshot.one<Links>(links);
    const { misfits } = await snapshot.one<{ misfits: number }>(countMisfits);
    const { otherwise } = await snapshot.one<{ otherwise: number }>(countOtherwise);
    const { sealed, lastWithHeads } = await snapshot.one<{ sealed: number; lastWithHeads: number }>(heads);
    const { last, fault } = await this.verifySeals(snapshot, lastWithHeads);
    // A seal that is wrong itself says nothing of events.
    const broke =
      (broken + misfits > 0 ? await linkOf(snapshot, firstBroken) : null) ??
      fault ??
      (otherwise > 0 ? await linkOf(snapshot, firstOtherwise) : null);
    const seals = {
      count: last?.number ?? 0,
      last: last && { number: last.number, at: last.at, hash: last.hash, keyId: keyIdOf(last.publicKey) },
      unsealed: Math.max(0, events - sealed),
    };
    return { ok: broke === null, events, firstBroken: broke, head, seals };
  }

  private async verifySeals(snapshot: Snapshot, lastWithHeads: number): Promise<VerifiedSeals> {
    const verified: VerifiedSeals = { last: null, latest: '', fault: null };
    for (let count = SEALS_AT_A_TIME; count === SEALS_AT_A_TIME;) {
      const after = verified.last?.number ?? 0;
      const { seals } = await snapshot.one<{ seals: KeptSeal[] }>(sealsAfter(after, SEALS_AT_A_TIME));
      for (const seal of seals) {
        if (seal.at > verified.latest) verified.latest = seal.at;
        verified.fault ??= await this.faultOf(seal, verified);
        verified.last = seal;
      }
      count = seals.length;
    }
    const next = (verified.last?.number ?? 0) + 1;
    if (lastWithHeads >= next) verified.fault ??= brokenSeal(next, 'sealMissing');
    return verified;
  }

  private async faultOf(seal: KeptSeal, { last: before, latest }: VerifiedSeals): Promise<BrokenLink | null> {
    const { number, publicKey, signature } = seal;
    const next = (before?.number ?? 0) + 1;
    if (number !== next) return brokenSeal(next, 'sealMissing');
    if (hashOf(seal) !== seal.hash) return brokenSeal(number, 'sealChanged');
    if (seal.previousHash !== (before?.hash ?? '')) return brokenSeal(number, 'sealUnlinked');
    if (!this.keys.isKnown(publicKey)) return brokenSeal(number, 'sealKeyUnknown');
    const holds = await this.keys.holds(publicKey, textOf(seal), Buffer.from(signature, 'hex'));
    if (!holds) return brokenSeal(number, 'sealNotSigned');
    return this.keys.isOver(publicKey, latest) ? brokenSeal(number, 'sealKeyEnded') : null;
  }
}

const brokenSeal = (seq: number, fault: AuditFault): BrokenLink => ({ ...SEALS, seq, fault });

const linkOf = async (snapshot: Snapshot, statement: typeof firstBroken) =>
  (await snapshot.one<{ link: BrokenLink | null }>(statement)).link;

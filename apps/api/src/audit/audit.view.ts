import { AUDIT_FAULTS } from '#platform/audit';
import {
  a,
  count,
  flag,
  id,
  instant,
  many,
  oneOf,
  open,
  orNull,
  sha256,
  Shows,
  text,
} from '../http/view-fields.js';

/** The first 16 hex digits of the SHA-256 of the public key. */
const sealKeyId = { type: 'string', pattern: '^[0-9a-f]{16}$' } as const;

/** A link of its subject's chain. `previousHash` is empty in the first. */
export class AuditEventView {
  @Shows(count) id: number;
  @Shows(text) subjectType: string;
  @Shows(id) subject: string;
  @Shows(count) seq: number;
  @Shows(text) action: string;
  @Shows(id) actor: string;
  @Shows(id) actorPerson: string;
  @Shows(instant) at: string;
  @Shows(orNull(id)) organisation: string | null;
  @Shows(open) data: object;
  @Shows({ type: 'string', pattern: '^([0-9a-f]{64})?$' }) previousHash: string;
  @Shows(sha256) hash: string;
}

/** Of the chain of seals where `subjectType` is `auditSeal`: then `seq` is the seal's number. */
class BrokenLink {
  @Shows(text) subjectType: string;
  @Shows(id) subjectId: string;
  @Shows(count) seq: number;
  @Shows(oneOf(AUDIT_FAULTS)) fault: string;
}

class LastSeal {
  @Shows(count) number: number;
  @Shows(instant) at: string;
  @Shows(sha256) hash: string;
  @Shows(sealKeyId) keyId: string;
}

/** The last seal, kept elsewhere, proves later that nothing up to it was cut off. `unsealed` events came after it. */
class Seals {
  @Shows(count) count: number;
  @Shows(orNull(a(LastSeal))) last: LastSeal | null;
  @Shows(count) unsealed: number;
}

/** `head` is over the last hash of every chain. */
export class AuditVerification {
  @Shows(flag) ok: boolean;
  @Shows(count) events: number;
  @Shows(orNull(a(BrokenLink))) firstBroken: BrokenLink | null;
  @Shows(sha256) head: string;
  @Shows(a(Seals)) seals: Seals;
}

/** `publicKey` is DER (SPKI) as base64. `until` is the last moment at which it may have sealed. */
class SealKeyView {
  @Shows(sealKeyId) id: string;
  @Shows(oneOf(['Ed25519'])) algorithm: string;
  @Shows(text) publicKey: string;
  @Shows(flag) isInUse: boolean;
  @Shows(orNull(instant)) until: string | null;
}

export class SealKeyList {
  @Shows(many(SealKeyView)) items: SealKeyView[];
}

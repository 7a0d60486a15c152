import { a, count, flag, id, instant, open, orNull, sha256, Shows, text } from '../http/view-fields.js';

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
  @Shows(open) data: object;
  @Shows({ type: 'string', pattern: '^([0-9a-f]{64})?$' }) previousHash: string;
  @Shows(sha256) hash: string;
}

class BrokenLink {
  @Shows(text) subjectType: string;
  @Shows(id) subjectId: string;
  @Shows(count) seq: number;
}

/** `head` is over the last hash of every chain: kept elsewhere, it proves later that nothing was cut off. */
export class AuditVerification {
  @Shows(flag) ok: boolean;
  @Shows(count) events: number;
  @Shows(orNull(a(BrokenLink))) firstBroken: BrokenLink | null;
  @Shows(sha256) head: string;
}

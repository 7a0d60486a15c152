import { createHash } from 'node:crypto';

/** A line of the audit trail; `data` is the text as it was hashed. */
export interface AuditEvent {
  subjectType: string;
  subject: string;
  seq: number;
  action: string;
  actor: string;
  actorPerson: string;
  at: string;
  data: string;
  previousHash: string;
  hash: string;
}

const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');

/**
 * One chain per subject, verified event by event with nothing of Medel but this description: a hash is SHA-256 of the
 * event's fields, one a line, beginning with the hash before it.
 */
export class Chains {
  events = 0;
  private readonly last = new Map<string, { seq: number; hash: string }>();

  get size(): number {
    return this.last.size;
  }

  knows({ subjectType, subject, seq }: AuditEvent): boolean {
    return (this.last.get(`${subjectType} ${subject}`)?.seq ?? 0) >= seq;
  }

  /** What is wrong with the event; `undefined` when it follows on its chain. */
  add(event: AuditEvent): string | undefined {
    const { subjectType, subject, seq, action, actor, actorPerson, at, data, previousHash, hash } = event;
    const chain = `${subjectType} ${subject}`;
    const before = this.last.get(chain) ?? { seq: 0, hash: '' };
    if (seq !== before.seq + 1) return `${chain}: ${seq} follows ${before.seq}`;
    if (previousHash !== before.hash) return `${chain} ${seq}: does not continue the hash before it`;
    const fields = [previousHash, subjectType, subject, seq, action, actor, actorPerson, at, data];
    if (hash !== sha256(fields.join('\n'))) return `${chain} ${seq}: its hash is not that of its fields`;
    this.last.set(chain, { seq, hash });
    this.events += 1;
    return undefined;
  }

  /** SHA-256 over the last hash of every chain, in the order of their subjects. */
  head(): string {
    const chains = [...this.last].sort(([a], [b]) => (a < b ? -1 : 1));
    return sha256(Buffer.concat(chains.map(([, { hash }]) => Buffer.from(hash, 'hex'))));
  }
}

import { createHash } from 'node:crypto';

/** What the chain of seals is called where it stands among the chains of events. */
export const SEALS = { subjectType: 'auditSeal', subjectId: '00000000-0000-7000-8000-000000000000' };

/** How many heads a seal holds at most: who verifies one head reads a leaf of each of the others. */
export const MOST_HEADS = 1_000;

/** The last event of a chain when it was sealed. Hashes are 64 hex digits in lower case. */
export interface Head {
  subjectType: string;
  subjectId: string;
  seq: number;
  hash: string;
}

/** What is signed: all heads by one digest, after the seal before. */
export interface Seal {
  number: number;
  /** Empty in the first. */
  previousHash: string;
  /** ISO 8601 in UTC, three decimals. */
  at: string;
  /** The oldest transaction that ran: all before it are sealed, here or in an earlier seal. */
  settled: number;
  /** DER (SPKI) as base64. */
  publicKey: string;
  digest: string;
}

export const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();

/** As `audit_leaf` in the migrations. */
export function leafOf({ subjectType, subjectId, seq, hash }: Head): Buffer {
  return sha256([subjectType, subjectId, seq, hash].join('\n'));
}

/** SHA-256 over the leaves of the heads, as bytes, in the order of their places. */
export function digestOf(heads: readonly Head[]): string {
  return sha256(Buffer.concat(heads.map(leafOf))).toString('hex');
}

/** The text whose SHA-256 is the seal's hash, and which is signed: one field a line. */
export function textOf({ number, previousHash, at, settled, publicKey, digest }: Seal): string {
  return ['medel-audit-seal/1', number, previousHash, at, settled, publicKey, digest].join('\n');
}

export const hashOf = (seal: Seal): string => sha256(textOf(seal)).toString('hex');

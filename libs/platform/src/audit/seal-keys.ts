import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config';
import { sha256 } from './seal.js';

export interface SealKey {
  id: string;
  algorithm: 'Ed25519';
  /** DER (SPKI) as base64. */
  publicKey: string;
  /** Whether it seals now; the others sealed before. */
  isInUse: boolean;
  /** The last moment at which it may have sealed; `null` where none is told. */
  until: string | null;
}

/** The first 16 hex digits of the public key's SHA-256: short enough to be read to somebody. */
export const keyIdOf = (publicKey: string): string =>
  sha256(Buffer.from(publicKey, 'base64')).toString('hex').slice(0, 16);

const publicKeyOf = (publicKey: string): KeyObject =>
  createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });

/** The keys by the configuration, where nobody who owns the database can add one. */
@Injectable()
export class SealKeys {
  /** Of the key that seals; `null` where this process has none. */
  readonly own: string | null;
  readonly known: readonly SealKey[];
  private readonly privateKey: KeyObject | null;
  private readonly byText: ReadonlyMap<string, KeyObject>;

  constructor(@Inject(CONFIG) { sealKey, sealPublicKeys }: Config) {
    this.privateKey =
      sealKey === null
        ? null
        : createPrivateKey({ key: Buffer.from(sealKey, 'base64'), format: 'der', type: 'pkcs8' });
    this.own =
      this.privateKey &&
      createPublicKey(this.privateKey).export({ format: 'der', type: 'spki' }).toString('base64');
    const former = sealPublicKeys.filter(({ publicKey }) => publicKey !== this.own);
    const all = [...(this.own ? [{ publicKey: this.own, until: null }] : []), ...former];
    this.known = all.map(({ publicKey, until }, at) => ({
      id: keyIdOf(publicKey),
      algorithm: 'Ed25519',
      publicKey,
      isInUse: at === 0,
      until,
    }));
    this.byText = new Map(all.map(({ publicKey }) => [publicKey, publicKeyOf(publicKey)]));
  }

  sign(text: string): Buffer {
    return sign(null, Buffer.from(text), this.privateKey!);
  }

  isKnown(publicKey: string): boolean {
    return this.byText.has(publicKey);
  }

  /**
   * Whether a known key was at its end when it sealed. `latest` is the latest moment of the seal and all before it: who has an
   * old key can date a seal as they like, but not put it before one that is there.
   */
  isOver(publicKey: string, latest: string): boolean {
    const until = this.known.find((key) => key.publicKey === publicKey)?.until;
    return !!until && latest > until;
  }

  /** By a known key. */
  holds(publicKey: string, text: string, signature: Buffer): Promise<boolean> {
    const key = this.byText.get(publicKey)!;
    return new Promise((resolve, reject) =>
      verify(null, Buffer.from(text), key, signature, (error, is) => (error ? reject(error) : resolve(is))),
    );
  }
}

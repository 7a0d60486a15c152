import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config';

const NONCE = 12;
const TAG = 16;

/**
 * Keeps secrets that must be read again, as AES-256-GCM with the key of the configuration: nonce, tag, then what is hidden.
 * `owner` is whose it is; it is part of what is sealed, so that a secret moved to another's row opens no more.
 */
@Injectable()
export class SecretBox {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  seal(secret: Uint8Array, owner: string): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.config.secondFactor.key, nonce);
    cipher.setAAD(Buffer.from(owner));
    const hidden = Buffer.concat([cipher.update(secret), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), hidden]);
  }

  /** Throws where it was sealed with another key, for another owner, or has been changed since. */
  open(sealed: Buffer, owner: string): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.config.secondFactor.key, sealed.subarray(0, NONCE));
    decipher.setAAD(Buffer.from(owner));
    decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]);
  }
}

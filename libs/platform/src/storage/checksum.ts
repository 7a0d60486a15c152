import { createHash } from 'node:crypto';

/** A file as it was written: what it is known by, and bytes. */
export interface Stored {
  sha256: string;
  size: number;
}

/** Of content that is all there, in hexadecimal digits. */
export function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Of content that goes by in pieces. */
export class Checksum {
  size = 0;
  private readonly hash = createHash('sha256');

  add(piece: string | Buffer): void {
    this.hash.update(piece);
    this.size += Buffer.byteLength(piece);
  }

  end(): Stored {
    return { sha256: this.hash.digest('hex'), size: this.size };
  }
}

/** A file that was sent and lies in the storage. */
export class Upload {
  key: string;
  name: string;
  /** The media type that it was sent with. */
  type: string;
  sha256: string;
  /** Bytes. */
  size: number;

  /** What is the same when the same file is sent again: not where it was put. */
  toJSON(): object {
    const { name, sha256, size } = this;
    return { name, sha256, size };
  }
}

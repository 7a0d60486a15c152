import { Transform, type TransformCallback } from 'node:stream';

/** What is written while it is read, and cut where nobody reads on: what waited for them all the while was left lying. */
export class ReadOn extends Transform {
  private passed = 0;
  private readBefore = -1;
  private readonly watch: NodeJS.Timeout;

  /** In milliseconds; who has stopped is seen after once to twice as long. */
  constructor(patience: number) {
    super();
    this.watch = setInterval(() => this.look(), patience).unref();
  }

  override _transform(piece: Buffer | string, _: BufferEncoding, done: TransformCallback): void {
    this.passed += piece.length;
    done(null, piece);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    clearInterval(this.watch);
    done(error);
  }

  private look(): void {
    const read = this.passed - this.readableLength;
    if (this.readableLength > 0 && read === this.readBefore) this.destroy(new Error('Nobody reads on'));
    this.readBefore = read;
  }
}

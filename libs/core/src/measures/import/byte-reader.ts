/** Bytes taken a piece or a number at a time from whatever gives them. */
export class ByteReader {
  /** How many bytes have been asked for and given. */
  taken = 0;
  private ahead: Buffer = Buffer.alloc(0);
  private readonly source: AsyncIterator<unknown>;

  constructor(source: AsyncIterable<unknown>) {
    this.source = source[Symbol.asyncIterator]();
  }

  /** The next piece; empty at the end. */
  async take(): Promise<Buffer> {
    if (this.ahead.length === 0) this.ahead = await this.pull();
    return this.give(this.ahead.length);
  }

  /** As many bytes, or fewer at the end. */
  async takeExactly(count: number): Promise<Buffer> {
    await this.peek(count);
    return this.give(Math.min(count, this.ahead.length));
  }

  /** As many bytes as `takeExactly`, which remain to be taken. */
  async peek(count: number): Promise<Buffer> {
    while (this.ahead.length < count) {
      const piece = await this.pull();
      if (piece.length === 0) break;
      this.ahead = Buffer.concat([this.ahead, piece]);
    }
    return this.ahead.subarray(0, count);
  }

  putBack(bytes: Buffer): void {
    this.taken -= bytes.length;
    this.ahead = Buffer.concat([bytes, this.ahead]);
  }

  async *remaining(): AsyncGenerator<Buffer> {
    for (let piece = await this.take(); piece.length > 0; piece = await this.take()) yield piece;
  }

  private give(count: number): Buffer {
    const given = this.ahead.subarray(0, count);
    this.ahead = this.ahead.subarray(count);
    this.taken += count;
    return given;
  }

  private async pull(): Promise<Buffer> {
    for (;;) {
      const { done, value } = await this.source.next();
      if (done) return Buffer.alloc(0);
      const piece = Buffer.isBuffer(value) ? value : Buffer.from(value as string);
      if (piece.length > 0) return piece;
    }
  }
}

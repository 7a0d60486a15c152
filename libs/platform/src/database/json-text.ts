/** An answer that PostgreSQL wrote as JSON: it goes out as it is, without being read and written again. */
export class JsonText {
  constructor(
    readonly text: string,
    /** The version that a change of this thing must name in `If-Match`. */
    readonly version: number | null = null,
    /** Where a thing that was just made is found. */
    readonly location: string | null = null,
  ) {}

  at(location: string): JsonText {
    return new JsonText(this.text, this.version, location);
  }

  serialise(): string {
    return JSON.stringify([this.text, this.version, this.location]);
  }

  static parse(serialised: string): JsonText {
    const [text, version, location] = JSON.parse(serialised) as [string, number | null, string | null];
    return new JsonText(text, version, location);
  }
}

/** An answer that PostgreSQL wrote as JSON: it goes out as it is, without being read and written again. */
export class JsonText {
  constructor(
    readonly text: string,
    /** The version that a change of this thing must name in `If-Match`. */
    readonly version: number | null = null,
  ) {}
}

import type { TextCode } from '#text';

/** Why something could not be fetched; each has a text in libs/text, `remote.<code>`. */
export type RemoteFaultCode = TextCode extends infer Code
  ? Code extends `remote.${infer Name}`
    ? Name
    : never
  : never;

export class RemoteFault extends Error {
  constructor(
    readonly code: RemoteFaultCode,
    readonly data: Record<string, unknown> = {},
    /** Worth another attempt; `after` is how long the other side asks us to wait. */
    readonly retry?: { afterMs: number | undefined },
  ) {
    super(code);
  }
}

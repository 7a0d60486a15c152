import type { RejectionCode } from './import-row.js';

/** What makes the rest of a file unreadable. It is told as a rejected line and never leaves the reader. */
export class FileFault extends Error {
  constructor(
    readonly code: RejectionCode,
    readonly data: Record<string, unknown> = {},
    /** `undefined`: where the reader is. */
    readonly line?: number,
  ) {
    super(code);
  }
}

export interface ReadLimits {
  /** Of the file as it is when unpacked. */
  bytes: number;
  /** How many times larger than its packed form a file may be, once it is larger than a mebibyte. */
  expansion: number;
  /** Rejected rows that are told before the reader gives up. */
  rejected: number;
}

/** A gigabyte is some twenty million rows. A file of figures packs to a tenth or a twentieth, a bomb to a thousandth. */
export const READ_LIMITS: ReadLimits = { bytes: 1_073_741_824, expansion: 250, rejected: 1_000 };

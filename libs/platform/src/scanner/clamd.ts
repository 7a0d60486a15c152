import { connect } from 'node:net';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ScannerConfig } from '#platform/config';

/** Why there is no verdict. Whatever is not plainly one of clamd's two answers is none. */
export const SCAN_FAULTS = [
  'unreachable',
  'tooSlow',
  'cutOff',
  'garbled',
  'refused',
  'fileUnreadable',
] as const;
export type ScanFault = (typeof SCAN_FAULTS)[number];

export class ScanFailed extends Error {
  constructor(readonly fault: ScanFault) {
    super(fault);
  }
}

/** `null` where nothing was found, else what it is called by the scanner. */
export type Verdict = { signature: string | null };

/** Milliseconds without a sign of life, and altogether. */
const LIMITS = { silence: 30_000, altogether: 300_000 };
const LONGEST_ANSWER = 1_000;

/**
 * Sends a file to clamd while it is read (INSTREAM: pieces with their length before them, and an empty one at the end),
 * and answers what it says. Rejects with `ScanFailed`. The file is never held, and is closed in any case.
 */
export function scan(address: ScannerConfig, content: Readable, limits = LIMITS): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    const socket = connect(address);
    const deadline = setTimeout(() => fail('tooSlow'), limits.altogether);
    let isConnected = false;
    let isSent = false;
    let said = '';
    const end = () => {
      clearTimeout(deadline);
      content.destroy();
      socket.destroy();
    };
    const fail = (fault: ScanFault) => {
      end();
      reject(new ScanFailed(fault));
    };
    const hear = () => {
      const verdict = verdictOf(said.slice(0, said.indexOf('\0')), isSent);
      if ('fault' in verdict) return fail(verdict.fault);
      end();
      resolve(verdict);
    };
    socket.setEncoding('utf8');
    socket.setTimeout(limits.silence, () => fail('tooSlow'));
    socket.on('data', (piece: string) => {
      said += piece;
      if (said.includes('\0')) hear();
      else if (said.length > LONGEST_ANSWER) fail('garbled');
    });
    socket.on('connect', () => (isConnected = true));
    socket.on('error', () => fail(isConnected ? 'cutOff' : 'unreachable'));
    socket.on('end', () => fail('cutOff'));
    content.on('error', () => fail('fileUnreadable'));
    pipeline(content, inPieces, socket, { end: false }).then(
      () => (isSent = true),
      () => undefined,
    );
  });
}

async function* inPieces(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  for await (const piece of content) if (piece.length > 0) yield withLength(piece);
  yield withLength(Buffer.alloc(0));
}

function withLength(piece: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(piece.length);
  return Buffer.concat([length, piece]);
}

/** That a file is clean can be said only by who has seen all of it. */
function verdictOf(said: string, isSent: boolean): Verdict | { fault: ScanFault } {
  if (said === 'stream: OK' && isSent) return { signature: null };
  const found = /^stream: ([\x20-\x7e]{1,200}) FOUND$/.exec(said);
  if (found) return { signature: found[1]! };
  return { fault: / ERROR$/.test(said) ? 'refused' : 'garbled' };
}

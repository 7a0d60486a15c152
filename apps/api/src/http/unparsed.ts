import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { DomainError, type ErrorCode } from '#platform/errors';
import { problem } from './problem.filter.js';

/** By the code of Node's fault; anything else is not HTTP. */
const TOLD: Record<string, [number, ErrorCode]> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'invalid'],
  HPE_HEADER_OVERFLOW: [431, 'tooLarge'],
};

/**
 * Whether a request that was read to its end waits for its answer, or has some of it: what is said now would be taken for that
 * answer, though the act may be done. Node knows it by the name of its own handler.
 */
function isAnswering(socket: Socket & { _httpMessage?: ServerResponse | null }): boolean {
  const answer = socket._httpMessage;
  return !!answer && (answer.headersSent || answer.req.complete);
}

/** What could not be read so far that there is a request: refused in the same form as everything else. */
export function refuseUnparsed({ code = '' }: { code?: string }, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable || isAnswering(socket)) {
    socket.destroy();
    return;
  }
  const [status, told] = TOLD[code] ?? [400, 'invalid'];
  // Which language is wanted was not read either.
  const body = JSON.stringify(problem(new DomainError(told), status, 'sv', randomUUID()));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/problem+json; charset=utf-8',
    'content-language: sv',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

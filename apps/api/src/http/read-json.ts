import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError, Invalid } from '#platform/errors';
import { mostValuesFor, refuseUnreadable } from './json-body.js';

const TYPE = 'application/json';
const CHARSET = /;\s*charset\s*=\s*"?([^";\s]*)/i;
/** ASCII is UTF-8 too. */
const UTF8 = ['utf-8', 'utf8', 'us-ascii'];

/** JSON only, in UTF-8 (RFC 8259, 8.1). An action without a body may still say that it is JSON: an empty body is no body. */
export function readJson(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(TYPE, { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) =>
    bodyOf(request, body),
  );
}

function bodyOf({ headers, routeOptions }: FastifyRequest, bytes: Buffer): unknown {
  const charset = CHARSET.exec(headers['content-type'] ?? '')?.[1]?.toLowerCase();
  if (charset !== undefined && !UTF8.includes(charset)) throw new DomainError('unsupportedMediaType');
  if (bytes.length === 0) return undefined;
  const value = parse(decode(bytes));
  refuseUnreadable(value, mostValuesFor(routeOptions.url));
  return value;
}

/** What is not UTF-8 would be kept as other characters than were written. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Invalid([{ code: 'notUtf8', path: 'body' }]);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Invalid([{ code: 'notJson' }]);
  }
}

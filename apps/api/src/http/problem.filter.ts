import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, NotFound, type ErrorCode } from '#platform/errors';
import { fromDatabase } from './database-errors.js';
import { preferredLanguage, problemText, findingText, text, type Language } from './texts.js';

const STATUS: Record<ErrorCode, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  secondFactorRequired: 403,
  stepUpRequired: 403,
  notFound: 404,
  illegalTransition: 409,
  conflict: 409,
  budgetExceeded: 409,
  fourEyes: 409,
  conflictOfInterest: 409,
  fileDamaged: 410,
  stale: 412,
  tooLarge: 413,
  unsupportedMediaType: 415,
  rulesNotMet: 422,
  idempotencyKeyReused: 422,
  preconditionRequired: 428,
  tooManyRequests: 429,
  unavailable: 503,
};

const BY_STATUS = new Map(
  Object.entries(STATUS)
    .reverse()
    .map(([code, status]) => [status, code as ErrorCode]),
);

/** Every refusal as `application/problem+json` (RFC 9457), in the reader's language, with every finding. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = toRefusal(error);
  if (!refusal) request.log.error({ err: error, requestId: request.id }, 'unexpected error');
  const language = preferredLanguage(request.headers['accept-language']);
  const status = refusal ? STATUS[refusal.code] : 500;
  const retryAfter = status === 503 ? 1 : refusal?.data['retryAfterSeconds'];
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  reply
    .status(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language)
    .header('x-request-id', request.id)
    .send(
      JSON.stringify(
        refusal ? problem(refusal, status, language, request.id) : unexpected(language, request.id),
      ),
    );
}

export function problem(refusal: DomainError, status: number, language: Language, requestId: string) {
  const wording = wordingOf(refusal);
  return {
    type: `https://medel.example/problems/${refusal.code}`,
    title: text(language, `${wording}.title`, refusal.data),
    status,
    code: refusal.code,
    detail: text(language, `${wording}.detail`, refusal.data),
    ...(Object.keys(refusal.data).length > 0 ? { data: refusal.data } : {}),
    ...(refusal.findings.length > 0
      ? { findings: refusal.findings.map((finding) => withText(finding, language)) }
      : {}),
    requestId,
  };
}

/** A machine that shows a key has no password to look at. */
function wordingOf({ code, data }: DomainError) {
  const isOfKey = code === 'unauthenticated' && data['by'] === 'key';
  return isOfKey ? 'error.unauthenticated.key' : (`error.${code}` as const);
}

function withText(finding: DomainError['findings'][number], language: Language) {
  const detail = 'outcome' in finding ? findingText(language, finding) : problemText(language, finding);
  return { ...finding, detail };
}

function unexpected(language: Language, requestId: string) {
  return {
    type: 'about:blank',
    title: text(language, 'error.internal.title'),
    status: 500,
    code: 'internal',
    detail: text(language, 'error.internal.detail'),
    requestId,
  };
}

function toRefusal(error: unknown): DomainError | undefined {
  if (error instanceof DomainError) return error;
  const known = fromDatabase(error);
  if (known) return known;
  const status = statusOf(error);
  if (status === 404 || status === 405) return new NotFound();
  if (status === undefined || status >= 500) return undefined;
  return new DomainError(BY_STATUS.get(status) ?? 'invalid', {}, status === 400 ? [{ code: 'notJson' }] : []);
}

/** Nest's own exceptions, and Fastify's for bodies that it does not take. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : undefined;
}

import { applyDecorators, Header, HttpCode } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';

type Answered = keyof typeof HEADERS;

export interface AnswerOptions {
  status?: number;
  /** The headers that come with it. */
  with?: readonly Answered[];
}

const text = { type: 'string' } as const;

const header = (description: string, required = true) => ({ description, required, schema: text });

const HEADERS = {
  etag: { ETag: header('The version, for `If-Match`') },
  location: { Location: header('Where what was made is found') },
  replayed: { 'Idempotent-Replayed': header('`true` where the first answer is given again', false) },
  setCookie: { 'Set-Cookie': header('The session, which no script can read') },
};

const headersOf = (names: readonly Answered[]) =>
  Object.fromEntries(names.flatMap((name) => Object.entries(HEADERS[name])));

/** What an operation answers when it goes well. */
export function Answers(
  view: new () => object,
  { status = 200, with: names = [] }: AnswerOptions = {},
): MethodDecorator {
  return applyDecorators(
    HttpCode(status),
    ApiResponse({ status, type: view, description: 'Done', headers: headersOf(names) }),
  );
}

/** One thing, with its version as `ETag`. */
export const AnswersOne = (view: new () => object): MethodDecorator => Answers(view, { with: ['etag'] });

export const AnswersNothing = (): MethodDecorator =>
  applyDecorators(HttpCode(204), ApiResponse({ status: 204, description: 'Done' }));

const binary = { schema: { type: 'string', format: 'binary' } };

/** Never shown in the browser. */
const attachment = (description: string, content: Record<string, { schema: object }>): MethodDecorator =>
  ApiResponse({
    status: 200,
    description,
    headers: { 'Content-Disposition': header('`attachment`, with the file name') },
    content,
  });

/** A file, in one of the formats of exports. */
export const AnswersFile = (): MethodDecorator =>
  attachment('The file, in the format that was ordered', {
    'text/csv': binary,
    'application/json': {
      schema: { type: 'array', items: { type: 'object', additionalProperties: true } },
    },
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': binary,
    'application/pdf': binary,
    'application/zip': binary,
  });

/** Grants by the 360Giving Data Standard, written while they are read. */
export const AnswersGrants = (format: 'text/csv' | 'application/json'): MethodDecorator =>
  attachment('Grants by the 360Giving Data Standard', {
    [format]: format === 'text/csv' ? binary : { schema: { type: 'object', additionalProperties: true } },
  });

export const AnswersPdf = (): MethodDecorator =>
  attachment('The document, as it was made', { 'application/pdf': binary });

/** A file as it was sent. */
export const AnswersSentFile = (): MethodDecorator =>
  applyDecorators(
    // Whatever a browser does with it all the same, it does without us.
    Header('content-security-policy', "default-src 'none'; sandbox"),
    attachment('The file, as it was sent', { 'application/octet-stream': binary }),
  );

export const AnswersText = (description: string): MethodDecorator =>
  ApiResponse({ status: 200, description, content: { 'text/plain': { schema: text } } });

/** Server-sent events; `data` of each is the thing as `GET` answers it. */
export const AnswersEvents = (event: string, data: string): MethodDecorator =>
  ApiResponse({
    status: 200,
    description: `Events \`${event}\`; the data of each is ${data} as JSON`,
    content: { 'text/event-stream': { schema: text } },
  });

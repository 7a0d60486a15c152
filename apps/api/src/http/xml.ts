import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  applyDecorators,
  createParamDecorator,
  Injectable,
  StreamableFile,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiResponse } from '@nestjs/swagger';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { DomainError, Invalid } from '#platform/errors';
import { readForm } from './form.js';

const MAX_BYTES = 10 * 1024 * 1024;
/** What the boundaries of a form add to its file. */
const FORM_BYTES = 64 * 1024;
const XML = /^(application|text)\/xml\s*(;|$)/i;
const FORM = /^multipart\/form-data\s*;/i;

interface XmlConfig {
  takesFile?: boolean;
}

interface XmlRequest extends FastifyRequest {
  xml?: Buffer;
}

/** Takes XML, but only where a handler takes a file: the body is left unread for it. Forms: see `readForms`. */
export function readXml(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(XML, (request, _payload, done) => {
    const { takesFile } = request.routeOptions.config as XmlConfig;
    done(takesFile ? null : new DomainError('unsupportedMediaType'), undefined);
  });
}

/** An XML document as the body, or as the part `file` of a form; never more than is held at once. */
@Injectable()
export class XmlInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return from(this.handle(context.switchToHttp().getRequest<XmlRequest>(), next));
  }

  private async handle(request: XmlRequest, next: CallHandler): Promise<unknown> {
    const type = request.headers['content-type'] ?? '';
    const isForm = FORM.test(type);
    if (!isForm && !XML.test(type)) throw new DomainError('unsupportedMediaType');
    if (Number(request.headers['content-length']) > MAX_BYTES + FORM_BYTES) {
      request.raw.resume();
      throw new DomainError('tooLarge', { max: MAX_BYTES });
    }
    const content = await (isForm ? fileOf(request) : bodyOf(request));
    if (content.length === 0) throw new Invalid([{ code: 'required', path: 'file' }]);
    request.xml = content;
    // What a repeated idempotency key is told by.
    request.body = { file: createHash('sha256').update(content).digest('hex') };
    return lastValueFrom(next.handle());
  }
}

/** Stands below `@Creation`, so that the content is read before the key is looked at. */
export const TakesXml = (): MethodDecorator =>
  applyDecorators(
    RouteConfig({ takesFile: true }),
    ApiConsumes('application/xml', 'multipart/form-data'),
    ApiBody({
      description: 'The document, as the body or as the part `file` of a form',
      schema: { type: 'string', format: 'binary' },
    }),
    UseInterceptors(XmlInterceptor),
  );

/** The document that `@TakesXml()` has read. */
export const UploadedXml = createParamDecorator(
  (_: unknown, context: ExecutionContext): Buffer => context.switchToHttp().getRequest<XmlRequest>().xml!,
);

export const AnswersXml = (): MethodDecorator =>
  ApiResponse({
    status: 200,
    description: 'The file, as it was made',
    headers: {
      'Content-Disposition': {
        description: '`attachment`, with the file name',
        required: true,
        schema: { type: 'string' },
      },
    },
    content: { 'application/xml': { schema: { type: 'string', format: 'binary' } } },
  });

/** Always as an attachment, byte for byte. */
export async function xmlFile(opened: Promise<{ content: Buffer; name: string }>): Promise<StreamableFile> {
  const { content, name } = await opened;
  return new StreamableFile(Readable.from([content]), {
    type: 'application/xml; charset=utf-8',
    disposition: `attachment; filename="${name}"`,
    length: content.length,
  });
}

/** The body as it comes. What is left of one that is too large is let through unread, so that its sender hears why. */
async function bodyOf({ raw }: FastifyRequest): Promise<Buffer> {
  try {
    return await held(raw, MAX_BYTES);
  } catch (error) {
    raw.resume();
    throw error;
  }
}

/** All of it in memory, until it is too much. */
function held(content: Readable, max: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    content
      .on('data', (part: Buffer) => {
        size += part.length;
        if (size <= max) parts.push(part);
        else reject(new DomainError('tooLarge', { max }));
      })
      .on('end', () => resolve(Buffer.concat(parts)))
      .on('error', reject)
      .on('close', () => reject(new Invalid([{ code: 'required', path: 'file' }])));
  });
}

/** The part `file` of a form, which has no other. */
async function fileOf(request: FastifyRequest): Promise<Buffer> {
  const { fields, file } = await readForm(request.raw, (content) => held(content, MAX_BYTES));
  const unknown = Object.keys(fields).filter((name) => name !== 'file');
  if (unknown.length > 0) throw new Invalid(unknown.map((path) => ({ code: 'unknownField', path })));
  if (file === undefined) throw new Invalid([{ code: 'required', path: 'file' }]);
  return file;
}

import {
  applyDecorators,
  Inject,
  Injectable,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiConsumes } from '@nestjs/swagger';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { CONFIG, type Config } from '#platform/config';
import { DomainError } from '#platform/errors';
import { newId } from '#platform/ids';
import { FileStorage } from '#platform/storage';
import { readForm } from './form.js';
import { Upload } from './upload.js';

const TYPE = 'multipart/form-data';
/** What the other fields and the boundaries of a form may add to its file. */
const FORM_BYTES = 2 * 1024 * 1024;

interface UploadConfig {
  takesFile?: boolean;
}

/** Takes the form's type, but only where a handler takes a file: the body is left unread for it. */
export function readForms(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(TYPE, (request, _payload, done) => {
    const { takesFile } = request.routeOptions.config as UploadConfig;
    done(takesFile ? null : new DomainError('unsupportedMediaType'), undefined);
  });
}

/**
 * The form becomes the body: its fields, and the file as an `Upload` that lies in the storage. A file that is refused is
 * removed again. One that was left behind when something broke, the keeper of its feature removes.
 */
@Injectable()
export class UploadInterceptor implements NestInterceptor {
  constructor(
    private readonly storage: FileStorage,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    return from(this.handle(http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), next));
  }

  private async handle(request: FastifyRequest, reply: FastifyReply, next: CallHandler): Promise<unknown> {
    if (!request.headers['content-type']?.toLowerCase().startsWith(TYPE))
      throw new DomainError('unsupportedMediaType');
    const max = this.config.fileLimit;
    if (Number(request.headers['content-length']) > max + FORM_BYTES)
      throw new DomainError('tooLarge', { max });
    const key = `${newId()}.upload`;
    try {
      const { fields, file } = await readForm(request.raw, async (content, name) => {
        const stored = await this.storage.receive(key, content, max);
        return Object.assign(new Upload(), { key, name, ...stored });
      });
      request.body = { ...fields, ...(file ? { file } : {}) };
      const answer: unknown = await lastValueFrom(next.handle());
      if (reply.getHeader('idempotent-replayed')) await this.storage.remove(key);
      return answer;
    } catch (error) {
      if (error instanceof DomainError) await this.storage.remove(key);
      throw error;
    }
  }
}

/** Stands below `@Creation`, so that a repeated key is told by the fields and the file, not by how they were sent. */
export const TakesFile = (): MethodDecorator =>
  applyDecorators(RouteConfig({ takesFile: true }), ApiConsumes(TYPE), UseInterceptors(UploadInterceptor));

import {
  applyDecorators,
  Inject,
  Injectable,
  SetMetadata,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
  type Type,
} from '@nestjs/common';
import { ModuleRef, Reflector } from '@nestjs/core';
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

const KEEPER = 'upload keeper';
const MOST_BYTES = 'upload most bytes';

/** Who knows whose the files of a feature are. */
export interface UploadKeeper {
  /** Removes the file unless something of the feature holds on to it. */
  removeUnowned(key: string): Promise<void>;
}

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
 * The form becomes the body: its fields, and the file as an `Upload` that lies in the storage. However the act fails, its
 * file is removed again, unless what owns it was made all the same and only its answer failed. The keeper of the feature
 * tells; where it cannot now, it finds the file later.
 */
@Injectable()
export class UploadInterceptor implements NestInterceptor {
  constructor(
    private readonly storage: FileStorage,
    @Inject(CONFIG) private readonly config: Config,
    private readonly reflector: Reflector,
    private readonly modules: ModuleRef,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const handler = context.getHandler();
    const keeper = this.modules.get<UploadKeeper>(this.reflector.get<Type<UploadKeeper>>(KEEPER, handler), {
      strict: false,
    });
    const own = this.reflector.get<number | undefined>(MOST_BYTES, handler) ?? Infinity;
    const max = Math.min(this.config.fileLimit, own);
    return from(
      this.handle(http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), next, { keeper, max }),
    );
  }

  private async handle(
    request: FastifyRequest,
    reply: FastifyReply,
    next: CallHandler,
    { keeper, max }: { keeper: UploadKeeper; max: number },
  ): Promise<unknown> {
    if (!request.headers['content-type']?.toLowerCase().startsWith(TYPE))
      throw new DomainError('unsupportedMediaType');
    if (Number(request.headers['content-length']) > max + FORM_BYTES)
      throw new DomainError('tooLarge', { max });
    const key = `${newId()}.upload`;
    try {
      const { fields, file } = await readForm(request.raw, async (content, told) => {
        const stored = await this.storage.receive(key, content, max);
        return Object.assign(new Upload(), { key, ...told, ...stored });
      });
      request.body = { ...fields, ...(file ? { file } : {}) };
      const answer: unknown = await lastValueFrom(next.handle());
      if (reply.getHeader('idempotent-replayed')) await this.storage.remove(key);
      return answer;
    } catch (error) {
      await keeper.removeUnowned(key).catch(() => undefined);
      throw error;
    }
  }
}

/** A file of at most so many bytes. Stands below `@Creation`, so that a repeated key is told by the fields and the file, not by how they were sent. */
export const TakesFile = (keeper: Type<UploadKeeper>, mostBytes?: number): MethodDecorator =>
  applyDecorators(
    RouteConfig({ takesFile: true }),
    SetMetadata(KEEPER, keeper),
    SetMetadata(MOST_BYTES, mostBytes),
    ApiConsumes(TYPE),
    UseInterceptors(UploadInterceptor),
  );

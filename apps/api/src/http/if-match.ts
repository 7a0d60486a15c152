import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DomainError, Stale } from '#platform/errors';

/** `ETag: "7"` is version 7. */
export const etagOf = (version: number): string => `"${version}"`;

const TAG = /^(?:W\/)?"(\d{1,15})"$/;

/** The version that the client read. An edit without one is refused, so that nobody overwrites what they have not seen. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined) throw new DomainError('preconditionRequired');
  const version = TAG.exec(header.trim())?.[1];
  if (version === undefined) throw new Stale();
  return Number(version);
});

export const DemandsIfMatch = (): MethodDecorator =>
  applyDecorators(ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read' }));

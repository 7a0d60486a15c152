import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
import type { FastifyRequest } from 'fastify';
import { Invalid, type Problem } from '#platform/errors';
import { isReserved } from './json-body.js';

/** Parameters and bodies that a handler does not take are refused, not ignored: the client meant something by them. */
@Injectable()
export class ShapeGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const takes = takesOf(context);
    const asked = Object.keys(request.query as object);
    const parameters = takes(RouteParamtypes.QUERY) ? asked.filter(isReserved) : asked;
    const fields = takes(RouteParamtypes.BODY) ? [] : keysOf(request.body);
    const problems: Problem[] = [
      ...parameters.map((path) => ({ code: 'unknownParameter', path })),
      ...fields.map((path) => ({ code: 'unknownField', path })),
    ];
    if (problems.length > 0) throw new Invalid(problems);
    return true;
  }
}

function takesOf(context: ExecutionContext): (kind: RouteParamtypes) => boolean {
  const args = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) as
    object | undefined;
  return (kind) => Object.keys(args ?? {}).some((key) => key.startsWith(`${kind}:`));
}

function keysOf(body: unknown): string[] {
  if (body === undefined || body === null) return [];
  return typeof body === 'object' && !Array.isArray(body) ? Object.keys(body) : ['body'];
}

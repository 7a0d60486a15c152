import { Injectable, type ExecutionContext } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { Invalid } from '#platform/errors';
import { problemsOf } from '../http/validation.js';
import { Credentials } from './session.dto.js';

/** Guards run before pipes: what is no address and password is told so before anything is looked up. */
@Injectable()
export class PasswordGuard extends AuthGuard('password') {
  override canActivate(context: ExecutionContext) {
    const { body } = context.switchToHttp().getRequest<FastifyRequest>();
    const credentials = plainToInstance(Credentials, isObject(body) ? body : {});
    const errors = validateSync(credentials, { whitelist: true, forbidNonWhitelisted: true });
    if (errors.length > 0) throw new Invalid(problemsOf(errors));
    return super.canActivate(context);
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

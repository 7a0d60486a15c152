import { applyDecorators, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Permission } from '#domain/access/permissions';
import { RequirePermission } from './access.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';

/** A `POST` that acts once per `Idempotency-Key`. */
function Act(path: string, permission: Permission, status: number): MethodDecorator {
  return applyDecorators(
    Post(path),
    HttpCode(status),
    RequirePermission(permission),
    UseInterceptors(IdempotencyInterceptor),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'The same key with the same request acts once',
    }),
  );
}

/** `POST …/{id}/{action}`: a step of a lifecycle. The permission is named as the step is. */
export function Action(permission: Permission, collection = ''): MethodDecorator {
  const action = permission.slice(permission.indexOf('.') + 1);
  return Act(`${collection}/:id/${action}`, permission, 200);
}

/** `POST …` that makes something: 201, or 202 where it is made later. */
export function Creation(permission: Permission, path = '', status: 201 | 202 = 201): MethodDecorator {
  return Act(path, permission, status);
}

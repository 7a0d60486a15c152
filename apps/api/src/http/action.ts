import { applyDecorators, Post, UseInterceptors } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Permission } from '#domain/access/permissions';
import { RequirePermission } from './access.js';
import { Answers, type AnswerOptions } from './answers.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';

/** A `POST` that acts once per `Idempotency-Key`, and answers the thing as it then is. */
function Act(path: string, permission: Permission, answers: MethodDecorator): MethodDecorator {
  return applyDecorators(
    Post(path),
    answers,
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
export function Action(
  permission: Permission,
  view: new () => object,
  collection = '',
  headers: AnswerOptions['with'] = ['etag', 'replayed'],
): MethodDecorator {
  const action = permission.slice(permission.indexOf('.') + 1);
  return Act(`${collection}/:id/${action}`, permission, Answers(view, { with: headers }));
}

/** `POST …` that makes something: 201, or 202 where it is made later. */
export function Creation(
  permission: Permission,
  view: new () => object,
  {
    path = '',
    status = 201,
    with: headers = ['etag', 'location', 'replayed'],
  }: { path?: string; status?: 201 | 202; with?: AnswerOptions['with'] } = {},
): MethodDecorator {
  return Act(path, permission, Answers(view, { status, with: headers }));
}

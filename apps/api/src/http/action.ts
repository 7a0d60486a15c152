import { applyDecorators, HttpCode, Post } from '@nestjs/common';
import type { Permission } from '#domain/access/permissions';
import { RequirePermission } from './access.js';

/** `POST …/{id}/{action}`: a step of a lifecycle. The permission is named as the step is. */
export function Action(permission: Permission, collection = ''): MethodDecorator {
  const action = permission.slice(permission.indexOf('.') + 1);
  return applyDecorators(Post(`${collection}/:id/${action}`), HttpCode(200), RequirePermission(permission));
}

import { applyDecorators, SetMetadata, type CustomDecorator } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth } from '@nestjs/swagger';
import type { Permission } from '#domain/access/permissions';
import { KEY_SCOPES } from '#core/vocabulary';

export const ACCESS = 'medel:access';

export type Access = { permission: Permission } | { publicBecause: string };

/** Who may call this. Every handler says one of the two, or the process does not start. */
export const RequirePermission = (permission: Permission): MethodDecorator =>
  applyDecorators(
    SetMetadata(ACCESS, { permission }),
    ApiCookieAuth(),
    ...(isForKeys(permission) ? [ApiBearerAuth()] : []),
  );

const isForKeys = (permission: Permission): boolean =>
  (KEY_SCOPES as readonly Permission[]).includes(permission);

/** Open to anyone, and why. */
export const Public = (publicBecause: string): CustomDecorator => SetMetadata(ACCESS, { publicBecause });

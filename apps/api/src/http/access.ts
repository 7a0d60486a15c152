import { applyDecorators, SetMetadata, type CustomDecorator } from '@nestjs/common';
import { ApiCookieAuth } from '@nestjs/swagger';
import type { Permission } from '#domain/access/permissions';
import { demandsFreshProof } from '#core/access';

export const ACCESS = 'medel:access';

/** `demandsFreshProof`: whoever has a second factor proves it for this, unless the session just did. */
export type Access = { permission: Permission; demandsFreshProof: boolean } | { publicBecause: string };

/** Who may call this. Every handler says one of the two, or the process does not start. */
export const RequirePermission = (permission: Permission): MethodDecorator =>
  applyDecorators(
    SetMetadata(ACCESS, { permission, demandsFreshProof: demandsFreshProof(permission) } satisfies Access),
    ApiCookieAuth(),
  );

/** Open to anyone, and why. */
export const Public = (publicBecause: string): CustomDecorator => SetMetadata(ACCESS, { publicBecause });

import type { Role } from '#domain/access/actor';
import { ROLES } from '#core/vocabulary';
import { Email, Flag, Id, OneOf, QueryFlag, Text, Words } from '../http/fields.js';
import { Password } from '../http/password-field.js';
import { PageQuery } from '../http/page.query.js';

const open = { optional: true, nullable: true };

/** `samePersonAs`: another account of the same human being, who is then one pair of eyes. */
export class NewUserDto {
  @Text({ min: 1, max: 200 }) name: string;
  @Email() email: string;
  @Words(ROLES, { min: 1 }) roles: Role[];
  @Id(open) organisationId: string | null = null;
  @Id(open) samePersonAs: string | null = null;
}

export class UserEdit {
  @Text({ min: 1, max: 200, optional: true }) name?: string;
  @Words(ROLES, { min: 1, optional: true }) roles?: Role[];
  @Id(open) organisationId?: string | null;
  @Flag({ optional: true }) isActive?: boolean;
}

/** Who asked for it, and how it was made sure who they are. */
export class ReasonDto {
  @Text({ min: 1, max: 2_000 }) reason: string;
}

export class UserList extends PageQuery {
  @Text({ min: 1, max: 200, optional: true }) q?: string;
  @OneOf(ROLES, { optional: true }) role?: Role;
  @Id({ optional: true }) organisationId?: string;
  @QueryFlag() isActive?: boolean;
}

export class FirstPasswordDto {
  @Text({ min: 1, max: 100 }) token: string;
  @Password() password: string;
}

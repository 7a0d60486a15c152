import type { Role } from './actor.js';

const RECIPIENT_ROLES: readonly Role[] = ['applicant', 'signatory'];

export interface AccountFacts {
  roles: readonly Role[];
  organisationId: string | null;
}

/**
 * What is wrong with an account, by code: a recipient's people have its roles and nothing else, the agency's people have
 * none of them. Four eyes would mean nothing where one account stood on both sides.
 */
export function checkAccount({ roles, organisationId }: AccountFacts): { code: string; path: string }[] {
  const isOfRecipient = organisationId !== null;
  const wrong = roles.filter((role) => RECIPIENT_ROLES.includes(role) !== isOfRecipient);
  if (wrong.length === 0) return [];
  return [{ code: isOfRecipient ? 'rolesOfRecipientOnly' : 'rolesNeedOrganisation', path: 'roles' }];
}

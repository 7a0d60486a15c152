export const ROLES = [
  'applicant',
  'signatory',
  'caseOfficer',
  'decisionMaker',
  'financeOfficer',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** Who acts. Four eyes and conflicts of interest are about `personId`: one person may have several accounts. */
export interface Actor {
  userId: string;
  personId: string;
  roles: readonly (Role | 'system')[];
  /** The recipient acted for; `null` for the agency's own people. */
  organisationId: string | null;
  /** A machine acts, in the person's name: by this key, and of what the roles may do only this. */
  key?: { id: string; scopes: readonly string[] };
}

/** The agency's people see every case; others see their own organisation's only. */
export function seesAllCases(actor: Actor): boolean {
  return actor.organisationId === null;
}

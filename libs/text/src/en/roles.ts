import type { roles as sv } from '../sv/roles.js';

export const roles: Record<keyof typeof sv, string> = {
  'role.applicant': 'Applicant',
  'role.signatory': 'Signatory',
  'role.caseOfficer': 'Case officer',
  'role.decisionMaker': 'Decision maker',
  'role.financeOfficer': 'Finance officer',
  'role.auditor': 'Auditor',
  'role.administrator': 'Administrator',
  'role.system': 'Medel',

  'problem.rolesOfRecipientOnly': 'An account at a recipient can only be applicant and signatory.',
  'problem.rolesNeedOrganisation':
    'Applicant and signatory belong to a recipient. Say which, or take the roles away.',
  'problem.unknownOrganisation': 'The organisation does not exist.',
  'problem.unknownUser': 'The account does not exist.',
  'problem.emailTaken': 'There is already an account with that address.',
  'problem.ownRoles': 'You cannot change your own roles. Ask another administrator.',
  'problem.ownAccount': 'You cannot turn off your own account. Ask another administrator.',
  'problem.lastAdministrator': 'Somebody must be administrator. Appoint another one first.',
  'problem.accountInactive': 'The account is turned off. Turn it on first.',
  'problem.invitationNotValid':
    'The invitation has been used or is too old. Ask the administrator for a new one.',
};

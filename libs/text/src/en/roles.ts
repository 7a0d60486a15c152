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
  'problem.unknownUser': 'The account does not exist.',
  'problem.emailTaken': 'There is already an account with that address.',
  'problem.ownRoles': 'You cannot change your own roles. Ask another administrator.',
  'problem.ownAccount': 'You cannot turn off your own account. Ask another administrator.',
  'problem.lastAdministrator': 'Somebody must be administrator. Appoint another one first.',
  'problem.accountInactive': 'The account is turned off. Turn it on first.',
  'problem.accountActive': 'The account is on. Turn it off first.',
  'problem.accountAnonymised': 'The account is anonymised and cannot be changed.',
  'problem.hasOpenCases': 'The person is assigned cases that have not ended. Assign them to others first.',
  'problem.hasExportSchedules': 'The person has recurring exports. End them first.',
  'problem.invitationNotValid': 'The link has been used or is too old. Ask the administrator for a new one.',

  'problem.passwordTooShort':
    'The password needs at least {min} characters.[ Write {missing} more.] A sentence that only you would think of is easy to remember.',
  'problem.passwordCommon':
    'That password is known or easy to guess. Choose something that only you would think of, such as four words that have nothing to do with each other.',
  'problem.passwordPersonal':
    'The password is mostly your name, your address or names from here, and is easy to guess. Add words that have nothing to do with you.',
  'problem.passwordPattern':
    'The password repeats something or follows the keys, and is easy to guess. Write a few words that have nothing to do with each other instead.',
  'problem.passwordWrong': 'That is not your current password. Write it again.',
  'problem.hasPassword': 'The person already has a password. Make a link to a new one instead.',
  'problem.noPassword': 'The person has no password yet. Invite the person instead.',
  'problem.ownPassword': 'You change your own password on the page My account.',
};

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
};

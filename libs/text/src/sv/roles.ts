export const roles = {
  'role.applicant': 'Sökande',
  'role.signatory': 'Behörig företrädare',
  'role.caseOfficer': 'Handläggare',
  'role.decisionMaker': 'Beslutsfattare',
  'role.financeOfficer': 'Ekonomihandläggare',
  'role.auditor': 'Granskare',
  'role.administrator': 'Administratör',
  'role.system': 'Medel',
} as const;

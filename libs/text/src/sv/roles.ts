export const roles = {
  'role.applicant': 'Sökande',
  'role.signatory': 'Behörig företrädare',
  'role.caseOfficer': 'Handläggare',
  'role.decisionMaker': 'Beslutsfattare',
  'role.financeOfficer': 'Ekonomihandläggare',
  'role.auditor': 'Granskare',
  'role.administrator': 'Administratör',
  'role.system': 'Medel',

  'problem.rolesOfRecipientOnly': 'Ett konto hos en mottagare kan bara vara sökande och behörig företrädare.',
  'problem.rolesNeedOrganisation':
    'Sökande och behörig företrädare hör till en mottagare. Ange vilken, eller ta bort rollerna.',
  'problem.unknownOrganisation': 'Organisationen finns inte.',
  'problem.unknownUser': 'Kontot finns inte.',
  'problem.emailTaken': 'Det finns redan ett konto med den adressen.',
  'problem.ownRoles': 'Du kan inte ändra dina egna roller. Be en annan administratör.',
  'problem.ownAccount': 'Du kan inte stänga ditt eget konto. Be en annan administratör.',
  'problem.lastAdministrator': 'Någon måste vara administratör. Utse en annan först.',
  'problem.accountInactive': 'Kontot är stängt. Öppna det först.',
  'problem.invitationNotValid': 'Inbjudan är använd eller för gammal. Be administratören om en ny.',
} as const;

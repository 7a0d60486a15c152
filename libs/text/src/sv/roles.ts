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
  'problem.unknownUser': 'Kontot finns inte.',
  'problem.emailTaken': 'Det finns redan ett konto med den adressen.',
  'problem.ownRoles': 'Du kan inte ändra dina egna roller. Be en annan administratör.',
  'problem.ownAccount': 'Du kan inte stänga ditt eget konto. Be en annan administratör.',
  'problem.lastAdministrator': 'Någon måste vara administratör. Utse en annan först.',
  'problem.accountInactive': 'Kontot är stängt. Öppna det först.',
  'problem.accountActive': 'Kontot är öppet. Stäng det först.',
  'problem.accountAnonymised': 'Kontot är avidentifierat och kan inte ändras.',
  'problem.hasOpenCases': 'Personen handlägger ärenden som inte är avslutade. Fördela om dem först.',
  'problem.hasExportSchedules': 'Personen har återkommande uttag. Avsluta dem först.',
  'problem.invitationNotValid': 'Länken är använd eller för gammal. Be administratören om en ny.',

  'problem.passwordTooShort':
    'Lösenordet behöver minst {min} tecken.[ Skriv {missing} till.] En mening som bara du kommer på är lätt att minnas.',
  'problem.passwordCommon':
    'Det lösenordet är känt eller lätt att gissa. Välj något som bara du kommer på, till exempel fyra ord som inte hör ihop.',
  'problem.passwordPersonal':
    'Lösenordet består mest av ditt namn, din adress eller namn härifrån, och är lätt att gissa. Lägg till ord som inte har med dig att göra.',
  'problem.passwordPattern':
    'Lösenordet upprepar något eller följer tangenterna, och är lätt att gissa. Skriv i stället några ord som inte hör ihop.',
  'problem.passwordWrong': 'Det är inte ditt nuvarande lösenord. Skriv det igen.',
  'problem.hasPassword': 'Personen har redan ett lösenord. Skapa en länk till ett nytt i stället.',
  'problem.noPassword': 'Personen har inget lösenord än. Bjud in personen i stället.',
  'problem.ownPassword': 'Ditt eget lösenord byter du på sidan Mitt konto.',
} as const;

/** What an application, a call or a report lacks before it can go on. */
export const procedureFindings = {
  'finding.mandatoryParts.met': 'Ansökan ska innehålla {parts:contentPart}. Allt finns med.',
  'finding.mandatoryParts.notMet':
    'Ansökan ska innehålla {parts:contentPart}. Det saknas: {missing:contentPart}.',
  'finding.calendarYear.met':
    'Varje kalenderår med en aktivitet ska finnas i budgeten. Alla finns med: {budgeted}.',
  'finding.calendarYear.notMet':
    'Varje kalenderår med en aktivitet ska finnas i budgeten. Budgeten har {budgeted} men saknar {outside}.',
  'finding.calendarYear.needsJudgement':
    'Varje kalenderår med en aktivitet ska finnas i budgeten. Det går inte att kontrollera, eftersom {reason:reason}.',
  'finding.partMissing': 'Här saknas något. Fyll i det, så blir delen ”{part:contentPart}” klar.',
  'finding.emailInvalid': 'Skriv en e-postadress, som namn@exempel.se.',
  'finding.dateInvalid': 'Skriv ett datum som finns, som 2027-03-31.[ Här står {dueOn}.]',
  'finding.endsBeforeStart':
    'Aktiviteten kan inte sluta före startdagen. Den börjar {startsOn} och slutar {endsOn}. Ändra någon av dagarna.',
  'finding.outsideCallYears':
    'Utlysningen avser {callYears}, men här står {year}. Välj ett av utlysningens år.',
  'finding.amountInvalid': 'Skriv ett helt antal kronor, från 0 till tusen miljarder.[ Här står {amount}.]',
  'finding.yearTwice': 'Varje år får ha en rad. {year} finns på flera. Slå ihop dem.',

  'finding.attachmentInfected.notMet':
    'Viruskontrollen har hittat skadlig kod ({signature}) i bilagan {fileName}. Ta bort den och skicka en ny fil.',
  'finding.callOpen.met':
    'Utlysningen tar emot ansökningar från och med {opensOn} till och med {closesOn}. I dag är det {today}, och den är öppen.',
  'finding.callOpen.notMet':
    'Utlysningen tar emot ansökningar från och med {opensOn} till och med {closesOn}, när den är publicerad. I dag är det {today}, och utlysningens status är ”{status:status.call}”.',

  'finding.reportCostsMissing':
    'Redovisningen ska visa kostnaderna. Ange minst en kostnad, även om den är 0 kr.',
  'finding.outsideReportYears':
    'Redovisningen avser {reportYears}, men här står {year}. Välj ett av redovisningens år.',
  'finding.activityUnanswered': 'Beskriv hur det gick med aktiviteten: ange både status och resultat.',
  'finding.goalUnanswered': 'Ange utfallet för målet ”{indicator}”[, som skulle nås {year}].',
  'finding.deviationsMissing':
    'Beskriv vad som blev annorlunda än planerat. Skriv det också om ingenting avvek.',
  'finding.lessonsMissing': 'Beskriv vad ni har lärt er. Det ska finnas med i slutredovisningen.',
} as const;

/** What a case officer is asked where no facts decide. */
export const questions = {
  'question.developmentOfAreas':
    'Avser ansökan åtgärder för ekonomisk och social utveckling i områdena, eller en övergripande plan för det?',
  'question.longTermAndSustainable':
    'Är åtgärderna långsiktiga, görs de i samverkan mellan sektorer, och är de hållbara?',
  'question.strengthensLocalWork':
    'Stärker och utvecklar åtgärderna det lokala och regionala arbetet mot segregation?',
  'question.purposesOfThree':
    'Avser ansökan samordning, utbyte av erfarenheter och nätverk, eller utveckling av kunskap och metoder?',
  'question.purposesOfFour':
    'Avser ansökan samordning, utbyte av erfarenheter och nätverk, utveckling av kunskap och metoder, eller annat som stärker och utvecklar arbetet?',
  'question.reducesSegregationLongTerm': 'Minskar åtgärderna segregationen på lång sikt?',
  'question.associationRequirements':
    'Är organisationen självständig, demokratiskt uppbyggd, frivillig och ideell, respekterar den demokratins idéer, och har den varit verksam i Sverige i minst två år? Eller är den en stiftelse eller ett trossamfund som får söka enligt förordningen?',
  'question.associationRequirementsAndLocalRoots':
    'Är organisationen självständig, demokratiskt uppbyggd, frivillig, ideell och lokalt förankrad, respekterar den demokratins idéer, och har den varit verksam i Sverige i minst två år? Eller är den en stiftelse eller ett trossamfund som får söka enligt förordningen?',
  'question.textNotAvailable':
    'Är villkoren uppfyllda i de paragrafer vars text saknas i Medel? Läs dem i förordningen.',
} as const;

import type { questions as sv } from '../sv/questions.js';

export const questions: Record<keyof typeof sv, string> = {
  'question.developmentOfAreas':
    'Is the application for measures for economic and social development in the areas, or for an overall plan for it?',
  'question.longTermAndSustainable':
    'Are the measures long-term, taken in cooperation across sectors, and sustainable?',
  'question.strengthensLocalWork':
    'Do the measures strengthen and develop local and regional work against segregation?',
  'question.purposesOfThree':
    'Is the application for coordination, exchange of experience and networks, or development of knowledge and methods?',
  'question.purposesOfFour':
    'Is the application for coordination, exchange of experience and networks, development of knowledge and methods, or something else that strengthens and develops the work?',
  'question.reducesSegregationLongTerm': 'Do the measures reduce segregation in the long term?',
  'question.associationRequirements':
    'Is the organisation independent, democratic, voluntary and non-profit, does it respect the ideas of democracy, and has it been active in Sweden for at least two years? Or is it a foundation or a faith community that may apply under the ordinance?',
  'question.associationRequirementsAndLocalRoots':
    'Is the organisation independent, democratic, voluntary, non-profit and locally rooted, does it respect the ideas of democracy, and has it been active in Sweden for at least two years? Or is it a foundation or a faith community that may apply under the ordinance?',
  'question.textNotAvailable':
    'Are the conditions met in the sections whose text is not in Medel? Read them in the ordinance.',
};

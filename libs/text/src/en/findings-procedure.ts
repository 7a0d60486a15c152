import type { procedureFindings as sv } from '../sv/findings-procedure.js';

export const procedureFindings: Record<keyof typeof sv, string> = {
  'finding.mandatoryParts.met': 'The application is to have {parts:contentPart}. Everything is there.',
  'finding.mandatoryParts.notMet':
    'The application is to have {parts:contentPart}. Missing: {missing:contentPart}.',
  'finding.calendarYear.met':
    'Every calendar year with an activity is to be in the budget. All are there: {budgeted}.',
  'finding.calendarYear.notMet':
    'Every calendar year with an activity is to be in the budget. The budget has {budgeted} but lacks {outside}.',
  'finding.calendarYear.needsJudgement':
    'Every calendar year with an activity is to be in the budget. This cannot be checked, because {reason:reason}.',
  'finding.partMissing':
    'Something is missing here. Fill it in to make the part “{part:contentPart}” complete.',
  'finding.emailInvalid': 'Write an e-mail address, such as name@example.com.',
  'finding.dateInvalid': 'Write a date that exists, such as 2027-03-31.[ Here it is {dueOn}.]',
  'finding.endsBeforeStart':
    'The activity cannot end before its first day. It starts {startsOn} and ends {endsOn}. Change one of the days.',
  'finding.outsideCallYears':
    'The call is for {callYears}, but here it is {year}. Choose one of the years of the call.',
  'finding.amountInvalid': 'Write a whole number of kronor, from 0 to 1,000 billion.[ Here it is {amount}.]',
  'finding.yearTwice': 'Each year may have one row. {year} has several. Put them together.',

  'finding.attachmentInfected.notMet':
    'The virus check has found malicious code ({signature}) in the attachment {fileName}. Remove it and send a new file.',
  'finding.callOpen.met':
    'The call takes applications from {opensOn} up to and including {closesOn}. Today is {today}, and it is open.',
  'finding.callOpen.notMet':
    'The call takes applications from {opensOn} up to and including {closesOn}, when it is published. Today is {today}, and the status of the call is “{status:status.call}”.',

  'finding.reportCostsMissing':
    'The report is to show the costs. Give at least one cost, even if it is SEK 0.',
  'finding.outsideReportYears':
    'The report is for {reportYears}, but here it is {year}. Choose one of the years of the report.',
  'finding.activityUnanswered': 'Describe how the activity went: give both its status and its result.',
  'finding.goalUnanswered':
    'Give the outcome of the goal “{indicator}”[, which was to be reached in {year}].',
  'finding.deviationsMissing':
    'Describe what turned out differently from the plan. Say so too if nothing did.',
  'finding.lessonsMissing': 'Describe what you have learnt. It is to be in the final report.',
};

import type { moneyFindings as sv } from '../sv/findings-money.js';

export const moneyFindings: Record<keyof typeof sv, string> = {
  'finding.maxShareOfCosts.met':
    'For {year:year} the grant may cover at most {percent:percent} of the costs, that is {maxRequested:kr} of {costs:kr}. The amount is {requested:kr}[, which is {share:percent}].',
  'finding.maxShareOfCosts.notMet':
    'For {year:year} the grant may cover at most {percent:percent} of the costs, that is {maxRequested:kr} of {costs:kr}, but the amount is {requested:kr}[, which is {share:percent}].',
  'finding.maxShareOfCosts.needsJudgement':
    'The grant may cover at most {percent:percent} of the costs. This cannot be checked, because {reason:reason}.',
  'finding.ownShare':
    'For {year:year} state grants may in total cover at most {percent:percent} of the costs, that is {maxRequested:kr} of {costs:kr}. This grant is {requested:kr} and other state grants {otherStateGrant:kr}, in total {stateShare:percent}. At least {minOwnMoney:kr} needs to be co-financing that is not a state grant, and now it is {ownMoney:kr}.',
  'finding.maxAmount.met':
    'The grant may be at most {max:kr}[ in the step {step:step}]. The amount is {requested:kr}.',
  'finding.maxAmount.notMet':
    'The grant may be at most {max:kr}[ in the step {step:step}], but the amount is {requested:kr}.',
  'finding.maxYears.met':
    'The grant may cover at most {max} years. The number of years is {years:count}[: {years}].',
  'finding.maxYears.notMet':
    'The grant may cover at most {max} years, but the number of years is {years:count}[: {years}].',
  'finding.budgetBalance.met':
    'Grant and co-financing together are to equal the costs. For {year:year} the grant is {requested:kr}, the co-financing {coFinancing:kr} and the costs {costs:kr}, so the budget balances.',
  'finding.budgetBalance.notMet':
    'Grant and co-financing together are to equal the costs. For {year:year} the grant is {requested:kr}, the co-financing {coFinancing:kr} and the costs {costs:kr}. The difference is {difference:kr}.',

  'finding.reasonsMissing': 'The decision is to state its reasons. Write them.',
  'finding.notEligible':
    'The applicant does not meet all conditions of the grant, so an approval cannot be proposed. Not met: {rules:rule}.',
  'finding.judgementPending':
    'A case officer needs to judge some conditions before the decision: {rules:rule}.',
  'finding.noMoneyGranted': 'An approval is to give money in at least one year. Give an amount above SEK 0.',
  'finding.aboveRequested':
    'The grant may not be larger than what is applied for. For {year}, {requested:kr} is applied for and {granted:kr} is proposed.',
  'finding.shareInvalid':
    'The share of an instalment is to be above 0 and at most 1, with at most four decimals. Here it is {share}.',
  'finding.instalmentYearNotGranted':
    'An instalment needs to be for a year with a grant, but {year} has none.',
  'finding.instalmentSharesNotWhole':
    'The instalments together are to be 100 percent of the year’s grant. For {year} they are {sum:share}.',
  'finding.moneyWithoutApproval':
    'The decision {outcome:decisionOutcome} cannot give money. Remove {years.amount:kr} for {years.year}.',

  'finding.notAGrant':
    'Only a decision that gives money can be amended or revoked in this way. The outcome of this one is {outcome:decisionOutcome}.',
  'finding.nothingAmended':
    'The amendment changes nothing. Give at least one sum, date or condition that is to be another.',
  'finding.belowPaid':
    'For {year}, {paid:kr} is already paid or on its way to the bank, so the sum cannot be {amount:kr}. An amendment takes no money back. The difference, {toRecover:kr}, would have to be recovered in a case of its own.',
  'finding.yearSettled':
    'An approved report has settled {year}. The sum of {granted:kr} cannot be raised, nor lowered below the {entitled:kr} that the recipient is entitled to. Here it is {amount:kr}.',
  'finding.reportHandedIn':
    'A report ({kind:reportKind}) for {year} has already been handed in and cannot be taken away. Keep it in the amendment.',
  'finding.amendmentOutdated':
    'The proposal rests on {before:kr} for {year}, but it is now {now:kr}. Return it and make a new one.',

  'finding.otherStateGrant':
    'The organisation also has the grant {registryNumber}[ ({title})] for {years.year}. The activities {activities.own} and {activities.other} coincide[ in {activities.areaCodes}], and both have costs for {costKinds:costKind}. {declared:kr} is declared as another state grant. Judge whether the same costs are funded by the state twice.',
  'finding.paidAboveCeiling':
    'For {year:year}, the grant may cover at most {percent:percent} of the reported costs, that is {limit:kr} of {costs:kr}. {paid:kr} has been paid, which is {above:kr} too much.',
  'finding.coFinancingBelowDecided':
    'For {year:year}, {decided:kr} of co-financing was decided and {reported:kr} was reported. The difference is {missing:kr}.',
  'finding.coFinancingUnproven':
    'For {year:year}, {reported:kr} of co-financing was reported, and {evidenced:kr} is proven. Proof is missing of {missing:kr}.',
  'finding.proofAboveReported':
    'At most what is reported can be proven. For {year}, {reported:kr} is reported from the source {source:coFinancingSource}, and {proven:kr} is already proven. The sum of {amount:kr} is too large.',
  'finding.paymentAboveCeiling':
    'The report on {year} entitles to {entitled:kr}. {taken:kr} is paid or on its way to the bank, so another {amount:kr} is {above:kr} too much. Amend the decision first.',

  'finding.budgetExceeded':
    'The grant needs to fit within {source:theFund}[ for {year}]. There {available:kr} remains, but {requested:kr} is needed. {missing:kr} is missing.',
  'finding.loweredBelowBound':
    '{source:theFund} for {year} must not be lower than what is bound. {bound:kr} is bound, but the new amount is {after:kr}. {missing:kr} needs to be freed first.',
  'finding.carryOverNotAllowed':
    '{appropriationCode} for {year}: unused money may go to the next year only where the grant’s programme allows it.[ These do not: {programmes}.]',
  'finding.nextYearNotAppropriated':
    'Unused money goes to an appropriation that exists. For {year} there is no appropriation {appropriationCode} yet.',
  'finding.yearNotAppropriated':
    'A conditional year becomes firm when there is an appropriation for it. For {year} there is no appropriation {appropriationCode} yet.',
  'finding.notAppropriated':
    'An approval needs an appropriation. For {year} or earlier there is no appropriation {appropriationCode}. Enter it first.',

  'finding.allocationAmountInvalid':
    'The sum, the least and the largest amount are to be whole kronor. Here they are {total}, {floor} and {cap}.',
  'finding.allocationWeightInvalid':
    'The weights of the distribution are to be numbers of 0 or more. They are not for {codes}.',
  'finding.allocationCodeTwice': 'Each recipient may be in the distribution once. More than once: {codes}.',
  'finding.allocationCapBelowFloor':
    'The largest amount, {cap:kr}, may not be smaller than the least, {floor:kr}.',
  'finding.allocationFloorTooHigh':
    'The least amount, {floor:kr} to each, takes {least:kr}. The sum to distribute is {total:kr}.',
  'finding.allocationNoWeight': 'Some recipient needs a weight above 0 for {total:kr} to be distributed.',
  'finding.allocationNobody':
    'No recipient meets every condition, so {total:kr} cannot be distributed. Recipients that need judgement: {needJudgement}.',
  'finding.allocationNoValues':
    'Nothing can be distributed by {measure:measure}, because the measure has no values for {year} or earlier.',
  'finding.allocationCapTooLow':
    'With at most {cap:kr} to each, only {most:kr} can be distributed. The sum to distribute is {total:kr}.',

  'finding.nothingClaimed': 'A recovery must be more than SEK 0.',
  'finding.moreThanPaid':
    'At most what has been paid and is not demanded back already can be demanded, {recoverable:kr}. The amount is {amount:kr}.',
  'finding.moreThanPaidOfYear':
    'For {year} at most {recoverable:kr} can be demanded back. The amount is {amount:kr}.',
  'finding.claimYears': 'The years must sum to the recovery, {amount:kr}. They now sum to {sum:kr}.',
  'finding.mayStillAnswer':
    'The recipient may answer until {answerBy}. Wait until then or for the answer, or say why the time need not be waited for.',
  'finding.overpayment':
    'On that day {owed:kr} was owed, of which {interest:kr} was interest. The payment is {amount:kr}, which is {excess:kr} too much.',
  'finding.nothingPaid': 'A payment must be more than SEK 0. What is owed is {owed:kr}.',
  'finding.beforeInterest': 'Interest is already reckoned to {after}. {day} lies before that day.',
  'finding.referenceRateMissing':
    "Riksbanken's reference rate from {validFrom} has not been recorded. Record it with its source first.",
  'finding.planSum':
    'The instalments must sum to the principal that is left, {principal:kr}. They now sum to {sum:kr}.',
  'finding.planPortionEmpty': 'An instalment must be more than SEK 0.',
  'finding.planInThePast': 'An instalment cannot fall due before today, {today}. This one says {dueOn}.',
  'finding.planOrder':
    'The instalments must fall due one after another. {dueOn} does not come after {previous}.',
  'finding.setOffTooLarge':
    'At most what is owed, {owed:kr}, and at most what is to be paid, {coming:kr}, can be set off. The amount is {amount:kr}.',
};

import type { eligibilityFindings as sv } from '../sv/findings-eligibility.js';

export const eligibilityFindings: Record<keyof typeof sv, string> = {
  'finding.recipientKind.met':
    'The grant is given to a recipient of the kind {allowed:recipientKind|or}. The applicant’s kind is {kind:recipientKind}.',
  'finding.recipientKind.notMet':
    'The grant is given only to a recipient of the kind {allowed:recipientKind|or}, but the applicant’s kind is {kind:recipientKind}.',
  'finding.recipientInAnnex.met':
    'The grant is given to the municipalities of the ordinance’s annex[, {annexSize} of them]. The municipality with code {municipality} is in the annex.',
  'finding.recipientInAnnex.notMet':
    'The grant is given only to the municipalities of the ordinance’s annex[, {annexSize} of them]. The municipality with code {municipality} is not in the annex.',
  'finding.recipientInAnnex.needsJudgement':
    'The grant is given only to the municipalities of the ordinance’s annex. This cannot be checked[ for the municipality with code {municipality}], because {reason:reason}.',
  'finding.regionContainsAnnexMunicipality.met':
    'At least one appendix municipality is to be in the region or municipal association. There is {named}.',
  'finding.regionContainsAnnexMunicipality.notMet':
    'At least one appendix municipality is to be in the region or municipal association, but none of the municipalities there ({members}) is in the annex.',
  'finding.regionContainsAnnexMunicipality.needsJudgement':
    'At least one appendix municipality is to be in the region or municipal association[, which has {members}]. This cannot be checked, because {reason:reason}.',
  'finding.measureThreshold.met':
    'The municipality, or a member municipality, is to reach the threshold of {combine:combine}. The threshold is reached[ by {metBy}]. Evidence: {thresholds:clause.threshold}[. Member municipalities: {members:clause.member}].',
  'finding.measureThreshold.notMet':
    'The municipality, or a member municipality, is to reach the threshold of {combine:combine}. The threshold is not reached. Evidence: {thresholds:clause.threshold}[. Member municipalities: {members:clause.member}].',
  'finding.measureThreshold.needsJudgement':
    'The municipality, or a member municipality, is to reach the threshold of {combine:combine}. This cannot be fully checked[, because {reason:reason}]. Evidence: {thresholds:clause.threshold}[. Member municipalities: {members:clause.member}].',
  'clause.threshold':
    '{measure:measure}[: value {value:number}][, threshold {threshold:number}][ (the mean {mean:number} plus {standardDeviations:number} × the standard deviation {standardDeviation:number}, {n} municipalities in {year})][, {weights:weights}][, {quality:quality}][ from {dataset.source}][, but {reason:reason}]',
  'clause.member': '{code} ({outcome:findingOutcome})',
  'finding.partnerOfKind.met':
    'The measures are to be taken together with a partner of the kind {asked:recipientKind|or}. The application has such a partner: {partnerKinds:recipientKind}.',
  'finding.partnerOfKind.notMet':
    'The measures are to be taken together with a partner of the kind {asked:recipientKind|or}, but the application has no such partner.[ Stated: {partnerKinds:recipientKind}.]',
  'finding.partnerOfKind.needsJudgement':
    'The measures are to be taken together with a partner of the kind {asked:recipientKind|or}. This cannot be checked, because {reason:reason}.[ Stated otherwise: {partnerKinds:recipientKind}.]',
  'finding.purpose.met':
    'The grant is given for measures within {allowed:priorityArea|or}. The activities concern {stated:priorityArea}.',
  'finding.purpose.notMet':
    'The grant is given for measures within {allowed:priorityArea|or}. At least one activity is outside: {outside:priorityArea}.',
  'finding.purpose.needsJudgement':
    'The grant is given for measures within {allowed:priorityArea|or}. This cannot be checked, because {reason:reason}.[ Stated: {stated:priorityArea}.]',
  'finding.notStatutoryDuty.met':
    'The grant is not given for what the applicant must do anyway by law or ordinance. The applicant answers that the measures are not of that sort.',
  'finding.notStatutoryDuty.notMet':
    'The grant is not given for what the applicant must do anyway by law or ordinance. The applicant answers that the measures are of that sort.',
  'finding.notStatutoryDuty.needsJudgement':
    'The grant is not given for what the applicant must do anyway by law or ordinance. This cannot be checked, because {reason:reason}.',
  'finding.requiresApprovedStep.met':
    'The applicant is to have an approved report of the step {required:step}. There is one.',
  'finding.requiresApprovedStep.notMet':
    'The applicant is to have an approved report of the step {required:step}, but there is none.[ Approved so far: {approvedSteps:step}.]',
  'finding.submittedInTime.met':
    'The application is to be submitted from {opensOn} up to and including {closesOn}. The check is for {submittedOn}, which is in time.',
  'finding.submittedInTime.notMet':
    'The application is to be submitted from {opensOn} up to and including {closesOn}. The check is for {submittedOn}, which is not in time, because {reason:reason}.',
  'finding.noUnsettledReport.met':
    'The applicant is to have no overdue report on earlier grants. No report is overdue.',
  'finding.noUnsettledReport.notMet':
    'The applicant is to have no overdue report on earlier grants. Number overdue: {overdue:count}. The last day was {overdue.dueOn}.',
  'finding.developmentOfAreas':
    'The grant is given for measures for economic and social development in the areas, or for an overall plan for it. A case officer judges whether the application is of that sort.',
  'finding.longTermAndSustainable':
    'Long-term measures come before others, and cooperation across sectors and sustainability are taken into account. A case officer judges the application by this.',
  'finding.strengthensLocalWork':
    'The grant is to strengthen and develop local and regional work against segregation. A case officer judges whether the application does so.',
  'finding.purposesOfThree':
    'The grant is given for coordination, for exchange of experience and networks, or for development of knowledge and methods. A case officer judges whether the application is of that sort.',
  'finding.purposesOfFour':
    'The grant is given for coordination, for exchange of experience and networks, for development of knowledge and methods, or for something else that strengthens and develops the work. A case officer judges whether the application is of that sort.',
  'finding.reducesSegregationLongTerm':
    'The grant is given for measures that reduce segregation in the long term. A case officer judges whether the application is of that sort.',
  'finding.associationRequirements':
    'The ordinance makes demands on the organisation that applies: {question:question} A case officer judges this.',
  'finding.sectionsNotAvailable':
    'The text[ of {citation.section} of SFS {citation.sfs}] is not in Medel. A case officer reads it and judges whether its conditions are met.',
  'finding.override.met': 'A case officer has judged that the condition is met[: {motive}]',
  'finding.override.notMet': 'A case officer has judged that the condition is not met[: {motive}]',
};

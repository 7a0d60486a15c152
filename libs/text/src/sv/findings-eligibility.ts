/** What the rules on who may have a grant, and for what, say of the facts. */
export const eligibilityFindings = {
  'finding.recipientKind.met':
    'Bidraget lämnas till {allowed:recipientKind|or}. Sökandens organisationsform är {kind:recipientKind}.',
  'finding.recipientKind.notMet':
    'Bidraget lämnas bara till {allowed:recipientKind|or}, men sökandens organisationsform är {kind:recipientKind}.',
  'finding.recipientInAnnex.met':
    'Bidraget lämnas till kommunerna i förordningens bilaga[, {annexSize} stycken]. Kommunen med kod {municipality} finns i bilagan.',
  'finding.recipientInAnnex.notMet':
    'Bidraget lämnas bara till kommunerna i förordningens bilaga[, {annexSize} stycken]. Kommunen med kod {municipality} finns inte i bilagan.',
  'finding.recipientInAnnex.needsJudgement':
    'Bidraget lämnas bara till kommunerna i förordningens bilaga. Det går inte att kontrollera[ för kommunen med kod {municipality}], eftersom {reason:reason}.',
  'finding.regionContainsAnnexMunicipality.met':
    'Minst en bilagekommun ska finnas i regionen eller kommunalförbundet. Det gör {named}.',
  'finding.regionContainsAnnexMunicipality.notMet':
    'Minst en bilagekommun ska finnas i regionen eller kommunalförbundet, men ingen av kommunerna där ({members}) är med i bilagan.',
  'finding.regionContainsAnnexMunicipality.needsJudgement':
    'Minst en bilagekommun ska finnas i regionen eller kommunalförbundet[, som har {members}]. Det går inte att kontrollera, eftersom {reason:reason}.',
  'finding.measureThreshold.met':
    'Kommunen, eller en kommun som ingår, ska nå gränsen för {combine:combine}. Gränsen är nådd[ av {metBy}]. Underlag: {thresholds:clause.threshold}[. Kommuner som ingår: {members:clause.member}].',
  'finding.measureThreshold.notMet':
    'Kommunen, eller en kommun som ingår, ska nå gränsen för {combine:combine}. Gränsen är inte nådd. Underlag: {thresholds:clause.threshold}[. Kommuner som ingår: {members:clause.member}].',
  'finding.measureThreshold.needsJudgement':
    'Kommunen, eller en kommun som ingår, ska nå gränsen för {combine:combine}. Det går inte att kontrollera helt[, eftersom {reason:reason}]. Underlag: {thresholds:clause.threshold}[. Kommuner som ingår: {members:clause.member}].',
  'clause.threshold':
    '{measure:measure}[: värde {value:number}][, gräns {threshold:number}][ (medelvärdet {mean:number} plus {standardDeviations:number} × standardavvikelsen {standardDeviation:number}, {n} kommuner år {year})][, {weights:weights}][, {quality:quality}][ från {dataset.source}][, men {reason:reason}]',
  'clause.member': '{code} ({outcome:findingOutcome})',
  'finding.partnerOfKind.met':
    'Åtgärderna ska göras i samverkan med {asked:recipientKind|or}. Ansökan har en sådan samarbetspart: {partnerKinds:recipientKind}.',
  'finding.partnerOfKind.notMet':
    'Åtgärderna ska göras i samverkan med {asked:recipientKind|or}, men ansökan har ingen sådan samarbetspart.[ Angivet: {partnerKinds:recipientKind}.]',
  'finding.partnerOfKind.needsJudgement':
    'Åtgärderna ska göras i samverkan med {asked:recipientKind|or}. Det går inte att kontrollera, eftersom {reason:reason}.[ Angivet i övrigt: {partnerKinds:recipientKind}.]',
  'finding.purpose.met':
    'Bidraget lämnas till åtgärder inom {allowed:priorityArea|or}. Aktiviteterna gäller {stated:priorityArea}.',
  'finding.purpose.notMet':
    'Bidraget lämnas till åtgärder inom {allowed:priorityArea|or}. Minst en aktivitet ligger utanför: {outside:priorityArea}.',
  'finding.purpose.needsJudgement':
    'Bidraget lämnas till åtgärder inom {allowed:priorityArea|or}. Det går inte att kontrollera, eftersom {reason:reason}.[ Angivet: {stated:priorityArea}.]',
  'finding.notStatutoryDuty.met':
    'Bidraget lämnas inte till det som sökanden ändå måste göra enligt lag eller förordning. Sökanden svarar att åtgärderna inte är sådana.',
  'finding.notStatutoryDuty.notMet':
    'Bidraget lämnas inte till det som sökanden ändå måste göra enligt lag eller förordning. Sökanden svarar att åtgärderna är sådana.',
  'finding.notStatutoryDuty.needsJudgement':
    'Bidraget lämnas inte till det som sökanden ändå måste göra enligt lag eller förordning. Det går inte att kontrollera, eftersom {reason:reason}.',
  'finding.requiresApprovedStep.met':
    'Sökanden ska ha en godkänd redovisning av steget {required:step}. Det finns en.',
  'finding.requiresApprovedStep.notMet':
    'Sökanden ska ha en godkänd redovisning av steget {required:step}, men det finns ingen.[ Godkänt hittills: {approvedSteps:step}.]',
  'finding.submittedInTime.met':
    'Ansökan ska lämnas in från och med {opensOn} till och med {closesOn}. Kontrollen gäller {submittedOn}, som är i tid.',
  'finding.submittedInTime.notMet':
    'Ansökan ska lämnas in från och med {opensOn} till och med {closesOn}. Kontrollen gäller {submittedOn}, och då är den inte i tid, eftersom {reason:reason}.',
  'finding.noUnsettledReport.met':
    'Sökanden ska inte ha någon försenad redovisning av tidigare bidrag. Ingen redovisning är försenad.',
  'finding.noUnsettledReport.notMet':
    'Sökanden ska inte ha någon försenad redovisning av tidigare bidrag. Antal som är försenade: {overdue:count}. Sista dagen var {overdue.dueOn}.',
  'finding.developmentOfAreas':
    'Bidraget lämnas till åtgärder för ekonomisk och social utveckling i områdena, eller till en övergripande plan för det. En handläggare bedömer om ansökan är sådan.',
  'finding.longTermAndSustainable':
    'Långsiktiga åtgärder går före andra, och samverkan mellan sektorer och hållbarhet vägs in. En handläggare bedömer ansökan mot detta.',
  'finding.strengthensLocalWork':
    'Bidraget ska stärka och utveckla det lokala och regionala arbetet mot segregation. En handläggare bedömer om ansökan gör det.',
  'finding.purposesOfThree':
    'Bidraget lämnas till samordning, till utbyte av erfarenheter och nätverk, eller till utveckling av kunskap och metoder. En handläggare bedömer om ansökan är sådan.',
  'finding.purposesOfFour':
    'Bidraget lämnas till samordning, till utbyte av erfarenheter och nätverk, till utveckling av kunskap och metoder, eller till annat som stärker och utvecklar arbetet. En handläggare bedömer om ansökan är sådan.',
  'finding.reducesSegregationLongTerm':
    'Bidraget lämnas till åtgärder som minskar segregationen på lång sikt. En handläggare bedömer om ansökan är sådan.',
  'finding.associationRequirements':
    'Förordningen ställer krav på den organisation som söker: {question:question} En handläggare bedömer det.',
  'finding.sectionsNotAvailable':
    'Författningstexten[ till {citation.section} i SFS {citation.sfs}] saknas i Medel. En handläggare läser den och bedömer om villkoren där är uppfyllda.',
  'finding.override.met': 'En handläggare har bedömt att villkoret är uppfyllt[: {motive}]',
  'finding.override.notMet': 'En handläggare har bedömt att villkoret inte är uppfyllt[: {motive}]',
} as const;

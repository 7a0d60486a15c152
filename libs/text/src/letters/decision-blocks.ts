import { firstVersions } from './block.js';

/** What a decision says of the grant, and how it came about (förvaltningslagen 31–33 §§). */
export const decisionBlocks = firstVersions({
  'title.approval': ['Beslut om statsbidrag', 'Decision on a state grant'],
  'title.partialApproval': [
    'Beslut om statsbidrag, delvis bifall',
    'Decision on a state grant, approved in part',
  ],
  'title.rejection': [
    'Beslut om avslag på ansökan om statsbidrag',
    'Decision to reject an application for a state grant',
  ],
  'title.dismissal': [
    'Beslut om att avvisa ansökan om statsbidrag',
    'Decision to dismiss an application for a state grant',
  ],
  'title.discontinuation': [
    'Beslut om att avskriva ärende om statsbidrag',
    'Decision to discontinue a case on a state grant',
  ],
  'title.amendment': ['Beslut om ändring av statsbidrag', 'Decision to amend a state grant'],
  'title.revocation': ['Beslut om att upphäva statsbidrag', 'Decision to revoke a state grant'],

  'heading.decision': ['Beslut', 'Decision'],
  'heading.sums': ['Belopp per år', 'Sum per year'],
  'heading.reasons': ['Skälen för beslutet', 'Reasons for the decision'],
  'heading.provisions': ['Tillämpade bestämmelser', 'Provisions applied'],
  'heading.conditions': ['Villkor', 'Conditions'],
  'heading.payment': ['Utbetalning', 'Payment'],
  'heading.reporting': ['Redovisning', 'Reporting'],
  'heading.persons': ['Beslutsfattare och handläggning', 'Who decided and who prepared the case'],
  'heading.appeal': ['Överklagande', 'Appeal'],

  'decided.approval': [
    '{agency} beviljar {recipient} statsbidrag med {granted:kr} till {project}. Bidraget lämnas enligt {programme}.',
    '{agency} grants {recipient} {granted:kr} for {project}. The grant is given by {programme}.',
  ],
  'decided.partialApproval': [
    '{agency} beviljar {recipient} statsbidrag med {granted:kr} till {project}. Bidraget lämnas enligt {programme}. Det sökta beloppet är {requested:kr}. Ansökan avslås i övrigt.',
    '{agency} grants {recipient} {granted:kr} for {project}. The grant is given by {programme}. The sum applied for is {requested:kr}. The rest of the application is rejected.',
  ],
  'decided.rejection': [
    '{agency} avslår ansökan från {recipient} om statsbidrag med {requested:kr} till {project}. Ansökan gäller {programme}.',
    '{agency} rejects the application of {recipient} for {requested:kr} for {project}. The application is for {programme}.',
  ],
  'decided.dismissal': [
    '{agency} avvisar ansökan från {recipient} om statsbidrag till {project}. Ansökan tas alltså inte upp till prövning. Den gäller {programme}.',
    '{agency} dismisses the application of {recipient} for {project}. It is thus not examined. The application is for {programme}.',
  ],
  'decided.discontinuation': [
    '{agency} avskriver ärendet om statsbidrag till {recipient} för {project} utan att pröva ansökan i sak. Ansökan gäller {programme}.',
    '{agency} discontinues the case on a grant to {recipient} for {project} without examining the application on its merits. The application is for {programme}.',
  ],
  'decided.amendment': [
    '{agency} ändrar beslutet den {earlierOn:day} om statsbidrag till {recipient} för {project}. Bidraget är nu {granted:kr}; tidigare var det {before:kr}. Det här beslutet ersätter det tidigare.',
    '{agency} amends the decision of {earlierOn:day} on a grant to {recipient} for {project}. The grant is now {granted:kr}; before, it was {before:kr}. This decision replaces the earlier one.',
  ],
  'decided.revocation': [
    '{agency} upphäver beslutet den {earlierOn:day} om statsbidrag till {recipient} för {project}. Beslutet gäller inte längre, och inget mer betalas ut enligt det.',
    '{agency} revokes the decision of {earlierOn:day} on a grant to {recipient} for {project}. The decision no longer holds, and nothing more is paid under it.',
  ],
  'revocation.grounds': [
    'Grund för upphävandet: {grounds:revocationGround}.',
    'Grounds for the revocation: {grounds:revocationGround}.',
  ],
  'revocation.paid': [
    'Enligt det upphävda beslutet har {paid:kr} betalats ut eller skickats till banken. Ett krav på återbetalning prövas särskilt, och mottagaren får då yttra sig först.',
    'Under the revoked decision, {paid:kr} has been paid or sent to the bank. A demand for repayment is considered separately, and the recipient may then answer first.',
  ],

  'sums.caption': ['Beviljat belopp per år', 'Sum granted per year'],
  'sums.year': ['År', 'Year'],
  'sums.amount': ['Belopp', 'Sum'],
  'sums.before': ['Tidigare', 'Before'],
  'sums.status': ['Fast eller villkorat', 'Firm or conditional'],
  'sums.takenAway': ['Utgår', 'Taken away'],
  'sums.total': ['Summa', 'Total'],
  'sums.firm': [
    'Beloppet är fast för {years}: medel finns anvisade.',
    'The sum is firm for {years}: the money is appropriated.',
  ],
  'sums.conditional': [
    'Beloppet är villkorat för {years}. Det betalas ut bara om medel anvisas för ändamålet det året.',
    'The sum is conditional for {years}. It is paid only if money is appropriated for the purpose in that year.',
  ],

  'reasons.notMet': ['Följande krav är inte uppfyllda:', 'These requirements are not met:'],
  'reasons.judged': ['Följande har bedömts av handläggare:', 'The following was judged by a case officer:'],
  'reasons.judgedFinding': ['{rule}[, {section}]: {said}', '{rule}[, {section}]: {said}'],
  'reasons.finding': ['{said}[ ({section})]', '{said}[ ({section})]'],
  'provisions.ordinance': [
    '{sections} i {ordinance}, i lydelsen från och med den {wordingFrom:day}[ ({amendedBy})].',
    '{sections} of {ordinance}, in the wording in force from {wordingFrom:day}[ ({amendedBy})].',
  ],
  'provisions.procedure': [
    'Ärendet har handlagts enligt förvaltningslagen (2017:900).',
    'The case has been handled under the Administrative Procedure Act (2017:900).',
  ],
  'conditions.intro': [
    'Bidraget lämnas på följande villkor. Den som inte följer dem kan få vänta på utbetalning eller behöva betala tillbaka.',
    'The grant is given on these conditions. A recipient that does not follow them may have to wait for payment, or to repay.',
  ],
  'conditions.use': [
    'Bidraget får användas bara till det som ansökan och beslutet gäller. Ändringar ska anmälas till {agency} innan de görs.',
    'The grant may be used only for what the application and the decision are about. Changes are to be reported to {agency} before they are made.',
  ],
  'payment.how': [
    'Bidraget betalas ut till det konto som mottagaren har anmält och som {agency} har godkänt. Ett belopp kan hållas inne om en redovisning är försenad eller om ett villkor inte är uppfyllt.',
    'The grant is paid to the account that the recipient has stated and that {agency} has approved. A sum may be withheld where a report is late or a condition is not met.',
  ],
  'payment.caption': ['Delutbetalningar', 'Instalments'],
  'payment.share': ['Andel av årets belopp', 'Share of the year’s sum'],
  'reporting.how': [
    'Mottagaren ska redovisa hur bidraget har använts och vad det har lett till. Redovisningen görs i Medel och lämnas in av behörig företrädare senast den dag som står i tabellen.',
    'The recipient is to report how the grant was used and what came of it. The report is made in Medel and submitted by a signatory no later than the day in the table.',
  ],
  'reporting.none': ['Ingen redovisning har bestämts i beslutet.', 'No report is set by the decision.'],
  'reporting.caption': ['Redovisningar', 'Reports'],
  'reporting.kind': ['Redovisning', 'Report'],
  'reporting.dueOn': ['Senast', 'No later than'],

  'persons.decided': [
    'Beslutet har fattats av {decidedBy}. {presentedBy} har föredragit ärendet.[ I handläggningen har även {others} deltagit, utan att delta i avgörandet.]',
    'The decision was made by {decidedBy}. {presentedBy} presented the case.[ {others} also took part in preparing it, without taking part in the decision.]',
  ],
  'persons.alone': [
    'Beslutet har fattats av {decidedBy}.[ I handläggningen har även {others} deltagit, utan att delta i avgörandet.]',
    'The decision was made by {decidedBy}.[ {others} also took part in preparing the case, without taking part in the decision.]',
  ],
  'appeal.none': [
    'Beslutet får inte överklagas[, enligt {section}].',
    'The decision may not be appealed[, by {section}].',
  ],
  'appeal.court': [
    'Beslutet får överklagas till allmän förvaltningsdomstol[, enligt {section}]. Överklagandet ska vara skriftligt och ges in till {agency}. Det ska ha kommit in inom tre veckor från den dag då mottagaren fick del av beslutet. Skriv vilket beslut som överklagas och hur det ska ändras.',
    'The decision may be appealed to a general administrative court[, by {section}]. The appeal is to be in writing and handed in to {agency}. It must arrive within three weeks from the day the recipient was notified of the decision. State which decision is appealed and how it should be changed.',
  ],
});

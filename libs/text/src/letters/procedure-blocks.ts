import { firstVersions } from './block.js';

/** Letters on the way to a decision and after it, and what stands in every letter. */
export const procedureBlocks = firstVersions({
  'title.completionRequest': [
    'Begäran om komplettering av ansökan',
    'Request for completion of an application',
  ],
  'title.delayNotice': ['Underrättelse om försening', 'Notice of delay'],
  'title.recoveryDemand': ['Beslut om återkrav av statsbidrag', 'Decision to recover a state grant'],

  'heading.completion': ['Det här behöver kompletteras', 'What is to be added'],
  'heading.answer': ['Så här svarar ni', 'How to answer'],
  'heading.consequence': ['Om ansökan inte kompletteras', 'If the application is not completed'],
  'heading.delay': ['Ärendet är försenat', 'The case is delayed'],
  'heading.delayReasons': ['Varför det dröjer', 'Why it takes time'],
  'heading.rights': ['Rätt att begära avgörande', 'The right to ask for a decision'],
  'heading.repayment': ['Betalning', 'Payment'],
  'heading.contact': ['Kontakt', 'Contact'],
  'heading.verification': ['Så kontrolleras handlingen', 'How to verify this document'],

  'completion.intro': [
    '{agency} har gått igenom ansökan från {recipient} om statsbidrag till {project}. Ansökan behöver kompletteras för att kunna prövas:',
    '{agency} has read the application of {recipient} for {project}. It is to be completed before it can be examined:',
  ],
  'completion.answer': [
    'Komplettera ansökan i Medel senast den {dueOn:day}. Behörig företrädare lämnar in den kompletterade ansökan. Kontakta oss om något är oklart eller om tiden är för kort.',
    'Complete the application in Medel no later than {dueOn:day}. A signatory submits the completed application. Contact us if something is unclear or the time is too short.',
  ],
  'completion.consequence': [
    'Om ansökan inte har kompletterats senast den {dueOn:day} kan följden bli att den avvisas, det vill säga inte tas upp till prövning, eller att den avgörs på det underlag som finns (20 och 23 §§ förvaltningslagen, 2017:900).',
    'If the application is not completed by {dueOn:day}, it may be dismissed, that is, not examined, or decided on what there is (Sections 20 and 23 of the Administrative Procedure Act, 2017:900).',
  ],

  'delay.notice': [
    'Ansökan från {recipient} om statsbidrag till {project} kom in den {submittedOn:day}. {agency} bedömer att beslutet blir väsentligt försenat. Vi räknar med att kunna besluta senast den {expectedOn:day}.',
    'The application of {recipient} for {project} arrived on {submittedOn:day}. {agency} finds that the decision will be much delayed. We expect to decide no later than {expectedOn:day}.',
  ],
  'delay.rights': [
    'Om ärendet inte har avgjorts inom sex månader från den dag då ansökan kom in får sökanden skriftligen begära att det avgörs. Vi ska då inom fyra veckor antingen avgöra ärendet eller avslå begäran i ett särskilt beslut. En sådan begäran kan göras en gång (12 § förvaltningslagen, 2017:900).',
    'If the case is not decided within six months from the day the application arrived, the applicant may ask in writing for a decision. We are then, within four weeks, either to decide the case or to refuse the request in a decision of its own. Such a request may be made once (Section 12 of the Administrative Procedure Act, 2017:900).',
  ],
  'delay.provisions': [
    'Underrättelsen lämnas enligt 11 § förvaltningslagen (2017:900).',
    'This notice is given under Section 11 of the Administrative Procedure Act (2017:900).',
  ],

  'recovery.decided': [
    '{agency} beslutar att {recipient} ska betala tillbaka {amount:kr} av statsbidraget till {project}. Bidraget beviljades den {earlierOn:day} enligt {programme}.',
    '{agency} decides that {recipient} is to repay {amount:kr} of the grant for {project}. The grant was decided on {earlierOn:day} under {programme}.',
  ],
  'recovery.caption': ['Belopp att betala tillbaka per år', 'Sum to repay per year'],
  'recovery.ground': [
    'Grund för återkravet: {ground:recoveryGround}.',
    'Grounds for the recovery: {ground:recoveryGround}.',
  ],
  'recovery.heard': [
    'Mottagaren underrättades om kravet den {notifiedOn:day} och fick tillfälle att yttra sig till och med den {answerBy:day} (25 § förvaltningslagen, 2017:900). Mottagaren har yttrat sig, och yttrandet har prövats.',
    'The recipient was told of the claim on {notifiedOn:day} and could answer up to and including {answerBy:day} (Section 25 of the Administrative Procedure Act, 2017:900). The recipient answered, and the answer was considered.',
  ],
  'recovery.notHeard': [
    'Mottagaren underrättades om kravet den {notifiedOn:day} och fick tillfälle att yttra sig till och med den {answerBy:day} (25 § förvaltningslagen, 2017:900). Något yttrande har inte kommit in.[ Beslutet fattas ändå nu: {withoutAnswer}]',
    'The recipient was told of the claim on {notifiedOn:day} and could answer up to and including {answerBy:day} (Section 25 of the Administrative Procedure Act, 2017:900). No answer has come.[ The decision is made all the same: {withoutAnswer}]',
  ],
  'recovery.payment': [
    'Beloppet ska vara {agency} till handa senast den {dueOn:day}. Ange diarienumret {registryNumber} vid betalningen. På det som betalas senare tas dröjsmålsränta ut enligt räntelagen (1975:635). Beloppet kan också kvittas mot kommande utbetalningar.',
    'The sum must reach {agency} no later than {dueOn:day}. State the registry number {registryNumber} with the payment. Interest under the Interest Act (1975:635) is charged on what is paid later. The sum may also be set off against coming payments.',
  ],

  'contact.how': [
    'Har ni frågor? Kontakta {officer} hos {agency}, {email}, telefon {phone}. Uppge diarienumret {registryNumber}.',
    'Questions? Contact {officer} at {agency}, {email}, telephone {phone}. State the registry number {registryNumber}.',
  ],
  'verification.how': [
    'Handlingen är förseglad: kontrollsumman (SHA-256) av filen finns i ärendets granskningslogg. Vem som helst kan kontrollera den, utan inloggning, på adressen här, med kontrollsumman sist:\n{address}',
    'This document is sealed: the checksum (SHA-256) of the file is in the audit log of the case. Anyone may verify it, without signing in, at this address with the checksum at its end:\n{address}',
  ],

  'particular.day': ['Datum', 'Date'],
  'particular.registryNumber': ['Diarienummer', 'Registry number'],
  'particular.programme': ['Stöd', 'Programme'],
  'particular.call': ['Utlysning', 'Call'],
  'particular.organisationNumber': ['Organisationsnummer', 'Organisation number'],
  'label.demo': ['Demo: inget verkligt beslut', 'Demo: not a real decision'],
  'label.example': ['Exempelprogram: inget verkligt bidrag', 'Example programme: not a real grant'],
  'foot.page': ['Sida {page} av {pages}', 'Page {page} of {pages}'],
});

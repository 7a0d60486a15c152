import type { LetterKind } from '#domain/documents/letter-kind';
import { findProgramme, type Programme } from '#domain/regulations/index';
import type { LocalDate } from '#domain/shared/local-date';
import { sumKronor } from '#domain/shared/money';
import type { AgencyConfig } from '#platform/config';
import type { Language } from '#text';
import { composeDecision, composeRevocation } from './compose-decision.js';
import { composeCompletionRequest, composeDelayNotice, composeRecoveryDemand } from './compose-procedure.js';
import type { LetterDocument, Section } from './letter-document.js';
import type { LetterFacts } from './letter-facts.js';
import type { LetterSubject } from './letter-subject.js';
import { Words } from './words.js';

export interface LetterTold {
  kind: LetterKind;
  facts: LetterFacts;
  subject: LetterSubject;
}

export interface Sender {
  agency: AgencyConfig;
  isDemo: boolean;
  /** Where anyone may verify a letter, without the checksum. */
  verificationOf(registryNumber: string): string;
}

/** A letter as it is set in type, and the versions of the building blocks that it is made from. */
export function composeLetter(
  language: Language,
  told: LetterTold,
  sender: Sender,
): { document: LetterDocument; blocks: string[] } {
  const { kind, subject } = told;
  const { agency } = sender;
  const programme = findProgramme(subject.call.programmeCode)!;
  const day = dayOf(told);
  const words = new Words(language, day, {
    agency: agency.name,
    ...{ email: agency.email, phone: agency.phone },
    recipient: subject.recipient.name,
    registryNumber: subject.registryNumber,
    project: language === 'sv' ? `”${subject.project}”` : `“${subject.project}”`,
    programme: programme.title[language],
    requested: sumKronor(subject.requested.map(({ amount }) => amount)),
  });
  const document: LetterDocument = {
    language,
    day,
    title: words.say(`title.${kind}`),
    label: labelOf(words, programme, sender),
    sender: [agency.name, agency.address, agency.email, agency.phone],
    recipient: recipientOf(words, subject),
    particulars: [
      { label: words.say('particular.day'), value: day },
      { label: words.say('particular.registryNumber'), value: subject.registryNumber },
      { label: words.say('particular.programme'), value: programme.name },
      { label: words.say('particular.call'), value: subject.call.title },
    ],
    sections: [...contentOf(words, told, programme), ...closing(words, told, sender)],
    foot: {
      text: `${agency.name} · ${subject.registryNumber}`,
      page: words.say('foot.page', { page: '{page}', pages: '{pages}' }),
    },
  };
  return { document, blocks: words.blocks };
}

/** The day of the act, in Stockholm. */
function dayOf({ kind, subject }: LetterTold): LocalDate {
  if (kind === 'revocation') return subject.decision!.revocation!.revokedOn;
  return (subject.decision ?? subject.recovery)?.decidedOn ?? subject.orderedOn;
}

export function labelOf(words: Words, programme: Programme, { isDemo }: { isDemo: boolean }): string | null {
  const labels = [
    ...(isDemo ? [words.say('label.demo')] : []),
    ...(programme.isExample ? [words.say('label.example')] : []),
  ];
  return labels.length === 0 ? null : labels.join(' · ');
}

function recipientOf(words: Words, { recipient: { name, organisationNumber } }: LetterSubject): string[] {
  const label = words.say('particular.organisationNumber');
  return [name, ...(organisationNumber ? [`${label} ${organisationNumber}`] : [])];
}

function contentOf(words: Words, told: LetterTold, programme: Programme): Section[] {
  const { kind, facts, subject } = told;
  switch (kind) {
    case 'completionRequest':
      return composeCompletionRequest(words, facts.completion!);
    case 'delayNotice':
      return composeDelayNotice(words, facts.delay!, subject);
    case 'recoveryDemand':
      return composeRecoveryDemand(words, subject.recovery!);
    case 'revocation':
      return composeRevocation(words, subject.decision!, programme);
    default:
      return composeDecision(words, kind, subject.decision!, facts.years ?? [], programme);
  }
}

/** Who answers questions, and how anyone can tell that the letter is the agency's. */
function closing(words: Words, { subject }: LetterTold, sender: Sender): Section[] {
  const { decision, recovery, orderedBy, registryNumber } = subject;
  const officer = (decision ?? recovery)?.presentedBy ?? orderedBy;
  const address = sender.verificationOf(registryNumber);
  return [
    words.section('heading.contact', [words.tell('contact.how', { officer })]),
    words.section('heading.verification', [words.tell('verification.how', { address })]),
  ];
}

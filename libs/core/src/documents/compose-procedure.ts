import type { LetterFacts } from './letter-facts.js';
import type { LetterSubject, RecoveryTold } from './letter-subject.js';
import type { Part, Section } from './letter-document.js';
import { personsOf } from './compose-decision.js';
import { money } from '#text';
import { paragraphs, type Words } from './words.js';

/** Förvaltningslagen 20 and 23 §§: what is missing, by when, and what follows where it is not added. */
export function composeCompletionRequest(
  words: Words,
  { items, dueOn }: NonNullable<LetterFacts['completion']>,
): Section[] {
  const list: Part = { kind: 'list', items: items.map(({ text }) => text) };
  return [
    words.section('heading.completion', [words.tell('completion.intro'), list]),
    words.section('heading.answer', [words.tell('completion.answer', { dueOn })]),
    words.section('heading.consequence', [words.tell('completion.consequence', { dueOn })]),
  ];
}

/** Förvaltningslagen 11 and 12 §§. */
export function composeDelayNotice(
  words: Words,
  { reasons, expectedOn }: NonNullable<LetterFacts['delay']>,
  { submittedOn }: LetterSubject,
): Section[] {
  return [
    words.section('heading.delay', [words.tell('delay.notice', { submittedOn, expectedOn })]),
    words.section('heading.delayReasons', paragraphs(reasons)),
    words.section('heading.rights', [words.tell('delay.rights'), words.tell('delay.provisions')]),
  ];
}

/** The demand for money: how much, of which years, why, that the recipient was heard, and how it is paid. */
export function composeRecoveryDemand(words: Words, recovery: RecoveryTold): Section[] {
  const { amount, years, grounds, reasons, hasAnswered, withoutAnswer, dueOn, grantedOn } = recovery;
  const { notifiedOn, answerBy } = recovery;
  const rows = years.map((row) => [String(row.year), money(words.language, row.amount)]);
  const table = words.table(
    'recovery.caption',
    [
      ['sums.year', 'start'],
      ['sums.amount', 'end'],
    ],
    rows,
    [words.say('sums.total'), money(words.language, amount)],
  );
  const heard = words.tell(hasAnswered ? 'recovery.heard' : 'recovery.notHeard', {
    ...{ notifiedOn, answerBy, withoutAnswer },
  });
  return [
    words.section('heading.decision', [
      words.tell('recovery.decided', { amount, earlierOn: grantedOn }),
      table,
    ]),
    words.section('heading.repayment', [words.tell('recovery.payment', { dueOn })]),
    words.section('heading.reasons', [
      words.tell('recovery.ground', { ground: grounds }),
      ...paragraphs(reasons),
      heard,
    ]),
    words.section('heading.provisions', [words.tell('provisions.procedure')]),
    words.section('heading.persons', [personsOf(words, recovery)]),
  ];
}

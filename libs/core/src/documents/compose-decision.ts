import type { Difference } from '#domain/decisions/amendment';
import { appliedProvisions } from '#domain/documents/provisions';
import type { LetterKind } from '#domain/documents/letter-kind';
import { wordingAt, type Programme } from '#domain/regulations/index';
import type { Finding } from '#domain/shared/finding';
import { sumKronor } from '#domain/shared/money';
import { findingText, hasText, money, share, text } from '#text';
import type { Part, Section } from './letter-document.js';
import type { GrantedYear } from './letter-facts.js';
import type { DecisionTold, Persons } from './letter-subject.js';
import { paragraphs, type Words } from './words.js';

type DecisionLetterKind = Exclude<
  LetterKind,
  'revocation' | 'completionRequest' | 'delayNotice' | 'recoveryDemand'
>;

export function composeDecision(
  words: Words,
  kind: DecisionLetterKind,
  decision: DecisionTold,
  years: readonly GrantedYear[],
  programme: Programme,
): Section[] {
  const granted = sumKronor(years.map(({ amount }) => amount));
  const before = decision.difference?.total.before;
  const decided = words.tell(`decided.${kind}`, { granted, before, earlierOn: decision.amendsOn });
  return [
    words.section('heading.decision', [decided]),
    ...(years.length === 0 ? [] : grantSections(words, decision, years)),
    words.section('heading.reasons', reasonsOf(words, decision)),
    words.section('heading.provisions', provisionsOf(words, decision.evidence, programme)),
    words.section('heading.persons', [personsOf(words, decision)]),
    ...appealOf(words, programme),
  ];
}

export function composeRevocation(words: Words, decision: DecisionTold, programme: Programme): Section[] {
  const { grounds, reasons, toRecover, revokedBy } = decision.revocation!;
  const paid = sumKronor(toRecover.map(({ amount }) => amount));
  return [
    words.section('heading.decision', [
      words.tell('decided.revocation', { earlierOn: decision.decidedOn }),
      ...(paid > 0 ? [words.tell('revocation.paid', { paid })] : []),
    ]),
    words.section('heading.reasons', [words.tell('revocation.grounds', { grounds }), ...paragraphs(reasons)]),
    words.section('heading.provisions', [words.tell('provisions.procedure')]),
    words.section('heading.persons', [words.tell('persons.alone', { decidedBy: revokedBy })]),
    ...appealOf(words, programme),
  ];
}

/** What a grant brings: sums, conditions, payment and reports. */
function grantSections(words: Words, decision: DecisionTold, years: readonly GrantedYear[]): Section[] {
  const { conditions, reportsDue, instalments } = decision;
  return [
    words.section('heading.sums', sumsOf(words, decision, years)),
    words.section('heading.conditions', [
      ...(conditions.length === 0
        ? []
        : [words.tell('conditions.intro'), { kind: 'list' as const, items: conditions }]),
      words.tell('conditions.use'),
    ]),
    words.section('heading.payment', [
      words.tell('payment.how'),
      ...(instalments.length === 0 ? [] : [instalmentTable(words, decision)]),
    ]),
    words.section(
      'heading.reporting',
      reportsDue.length === 0
        ? [words.tell('reporting.none')]
        : [words.tell('reporting.how'), reportTable(words, decision)],
    ),
  ];
}

function sumsOf(words: Words, { difference }: DecisionTold, years: readonly GrantedYear[]): Part[] {
  const of = (status: GrantedYear['status']) =>
    years.filter((row) => row.status === status).map(({ year }) => year);
  return [
    difference === null ? sumTable(words, years) : changeTable(words, difference, years),
    ...(of('firm').length > 0 ? [words.tell('sums.firm', { years: of('firm') })] : []),
    ...(of('conditional').length > 0 ? [words.tell('sums.conditional', { years: of('conditional') })] : []),
  ];
}

function sumTable(words: Words, years: readonly GrantedYear[]): Part {
  const { language } = words;
  return words.table(
    'sums.caption',
    [
      ['sums.year', 'start'],
      ['sums.amount', 'end'],
      ['sums.status', 'start'],
    ],
    years.map(({ year, amount, status }) => [
      String(year),
      money(language, amount),
      text(language, `status.decisionYear.${status}`),
    ]),
    [words.say('sums.total'), money(language, sumKronor(years.map(({ amount }) => amount))), ''],
  );
}

/** Every year that had or has a sum, what it was and what it is. */
function changeTable(words: Words, difference: Difference, years: readonly GrantedYear[]): Part {
  const { language } = words;
  const statusOf = (year: number) => {
    const granted = years.find((row) => row.year === year && row.amount > 0);
    return granted ? text(language, `status.decisionYear.${granted.status}`) : words.say('sums.takenAway');
  };
  return words.table(
    'sums.caption',
    [
      ['sums.year', 'start'],
      ['sums.before', 'end'],
      ['sums.amount', 'end'],
      ['sums.status', 'start'],
    ],
    difference.years.map(({ year, before, after }) => [
      String(year),
      money(language, before),
      money(language, after),
      statusOf(year),
    ]),
    [
      words.say('sums.total'),
      money(language, difference.total.before),
      money(language, difference.total.after),
      '',
    ],
  );
}

function instalmentTable(words: Words, { instalments }: DecisionTold): Part {
  const rows = instalments.map(({ year, share: of }) => [String(year), share(words.language, of)]);
  return words.table(
    'payment.caption',
    [
      ['sums.year', 'start'],
      ['payment.share', 'end'],
    ],
    rows,
  );
}

function reportTable(words: Words, { reportsDue }: DecisionTold): Part {
  const rows = reportsDue.map(({ kind, year, dueOn }) => [
    text(words.language, `reportKind.${kind}`),
    String(year),
    dueOn,
  ]);
  return words.table(
    'reporting.caption',
    [
      ['reporting.kind', 'start'],
      ['sums.year', 'start'],
      ['reporting.dueOn', 'start'],
    ],
    rows,
  );
}

/** Förvaltningslagen 32 §: the facts that decided. What the officer wrote, then what rules and officers found. */
function reasonsOf(words: Words, { reasons, evidence }: DecisionTold): Part[] {
  const notMet = evidence.filter(({ outcome }) => outcome === 'notMet');
  const judged = evidence.filter(({ outcome, override }) => override && outcome !== 'notMet');
  const items = (name: 'reasons.finding' | 'reasons.judgedFinding', findings: readonly Finding[]) => ({
    kind: 'list' as const,
    items: findings.map((finding) => words.say(name, factsOf(words, finding))),
  });
  return [
    ...paragraphs(reasons),
    ...(notMet.length > 0 ? [words.tell('reasons.notMet'), items('reasons.finding', notMet)] : []),
    ...(judged.length > 0 ? [words.tell('reasons.judged'), items('reasons.judgedFinding', judged)] : []),
  ];
}

function factsOf({ language }: Words, finding: Finding) {
  const rule = `rule.${finding.code}`;
  return {
    rule: hasText(rule) ? text(language, rule) : finding.code,
    section: finding.citation?.section,
    said: findingText(language, { ...finding }),
  };
}

/** The provisions of the ordinance in its wording, and the act that a case is handled under. */
function provisionsOf(words: Words, evidence: readonly Finding[], programme: Programme): Part[] {
  const items = appliedProvisions(evidence).map(({ sfs, wordingFrom, sections }) => {
    const amendedBy = wordingAt(programme, wordingFrom)?.amendedBy;
    return words.say('provisions.ordinance', {
      sections,
      ordinance: ordinanceOf(words, sfs, programme),
      wordingFrom,
      amendedBy: amendedBy ? `SFS ${amendedBy}` : null,
    });
  });
  return [
    ...(items.length > 0 ? [{ kind: 'list' as const, items }] : []),
    words.tell('provisions.procedure'),
  ];
}

const ordinanceOf = ({ language }: Words, sfs: string, programme: Programme): string =>
  programme.wordings.some((wording) => wording.sfs === sfs) ? programme.title[language] : `SFS ${sfs}`;

export function personsOf(words: Words, { decidedBy, presentedBy, others }: Persons): Part {
  return presentedBy === null
    ? words.tell('persons.alone', { decidedBy, others })
    : words.tell('persons.decided', { decidedBy, presentedBy, others });
}

/** Förvaltningslagen 33 §. Where our sources do not say whether it may be appealed, the letter says nothing of it. */
export function appealOf(words: Words, { appeal: { kind, citation } }: Pick<Programme, 'appeal'>): Section[] {
  if (kind === 'unknown') return [];
  const section = citation && `${citation.section} (SFS ${citation.sfs})`;
  return [words.section('heading.appeal', [words.tell(`appeal.${kind}`, { section })])];
}

import {
  CO_FINANCING_SOURCES,
  COST_KINDS,
  ORIENTATIONS,
  PRIORITY_AREAS,
  TARGET_GROUPS,
} from '#domain/applications/application-content';
import type { Programme, Step, Wording } from '#domain/regulations/index';
import type { LocalDate } from '#domain/shared/local-date';
import { text, type Language, type TextCode } from '#text';
import { labelOf } from './compose-letter.js';
import type { LetterDocument, Part, Section } from './letter-document.js';
import { Words } from './words.js';

export interface FormCall {
  title: string;
  opensOn: LocalDate;
  closesOn: LocalDate;
  step: Step | null;
  years: number[];
}

const EMPTY_ROWS = 3;

type Say = (code: TextCode, data?: Record<string, unknown>) => string;

/** The empty form of a call: how to apply, the rules in plain words, and every field with room to write. */
export function composeForm(
  language: Language,
  { call, programme, wording }: { call: FormCall; programme: Programme; wording: Wording },
  { agency, isDemo }: { agency: string; isDemo: boolean },
): LetterDocument {
  const say: Say = (code, data) => text(language, code, data);
  const words = new Words(language, call.opensOn);
  const { title, opensOn, closesOn, step, years } = call;
  return {
    language,
    day: opensOn,
    title: `${say('form.title')}: ${title}`,
    label: labelOf(words, programme, { isDemo }),
    sender: [agency],
    recipient: [],
    particulars: [
      { label: words.say('particular.programme'), value: programme.name },
      { label: say('form.opens'), value: opensOn },
      { label: say('form.closes'), value: closesOn },
      ...(step === null ? [] : [{ label: say('form.step'), value: say(`step.${step}`) }]),
      { label: say('form.years'), value: years.join(', ') },
    ],
    sections: [...guidance(say, call, wording), ...fields(say, years)],
    foot: {
      text: `${agency} · ${title}`,
      page: words.say('foot.page', { page: '{page}', pages: '{pages}' }),
    },
  };
}

function guidance(say: Say, { closesOn }: FormCall, wording: Wording): Section[] {
  const steps = (['form.steps1', 'form.steps2', 'form.steps3', 'form.steps4'] as const).map((code) =>
    say(code, { closesOn }),
  );
  const { sectionsNotAvailable: sections, validFrom: wordingFrom } = wording;
  const rules = wording.rules
    .filter((rule) => !(rule.kind === 'needsJudgement' && rule.parameters.question === 'textNotAvailable'))
    .map(({ kind, parameters, section }) =>
      say('form.ruleWithSection', { said: say(`ruleInWords.${kind}`, { ...parameters }), section }),
    );
  return [
    section(say('form.how'), [
      { kind: 'text', text: say('form.howText') },
      { kind: 'list', items: steps },
    ]),
    section(say('form.rules'), [
      { kind: 'text', text: say('form.rulesFrom', { wordingFrom }) },
      { kind: 'list', items: rules },
      ...(sections.length > 0
        ? [{ kind: 'text' as const, text: say('form.notAvailable', { sections }) }]
        : []),
    ]),
  ];
}

function fields(say: Say, years: readonly number[]): Section[] {
  const perYear = years.map(String);
  const part = (label: TextCode, lines: number, hint = ''): Part => ({
    kind: 'blank',
    label: say(label),
    hint,
    lines,
  });
  return [
    section(say('form.applicant'), [
      part('form.organisation', 1),
      part('form.organisationNumber', 1),
      part('form.contact', 2),
    ]),
    section(say('form.about'), [part('form.projectTitle', 1), part('form.summary', 8)]),
    section(say('form.activities'), activity(say, part)),
    section(say('form.budget'), [
      { kind: 'text', text: say('form.budgetHint') },
      sums(
        say,
        'form.costs',
        'form.costKind',
        COST_KINDS.map((kind) => say(`costKind.${kind}`)),
        perYear,
      ),
      sums(say, 'form.requested', 'form.source', [say('form.requested')], perYear),
      sums(
        say,
        'form.coFinancing',
        'form.source',
        CO_FINANCING_SOURCES.map((source) => say(`coFinancingSource.${source}`)),
        perYear,
      ),
    ]),
    section(say('form.partners'), [
      empty(say, 'form.partners', ['form.organisationNumber', 'form.partnerName', 'form.role']),
    ]),
    section(say('form.followUp'), [
      part('form.plan', 5),
      part('form.evaluator', 2),
      part('form.continuation', 4),
    ]),
    section(say('form.duty'), [
      part('form.dutyQuestion', 1, say('form.choose', { choices: [say('answer.yes'), say('answer.no')] })),
    ]),
    section(say('form.signature'), [part('form.signatory', 2)]),
  ];
}

function activity(say: Say, part: (label: TextCode, lines: number, hint?: string) => Part): Part[] {
  const one = (choices: string[]) => say('form.choose', { choices });
  return [
    { kind: 'text', text: say('form.activitiesHint') },
    part('form.activityTitle', 1),
    part('form.activityDescription', 8),
    part('form.priorityArea', 1, one(PRIORITY_AREAS.map((area) => say(`priorityArea.${area}`)))),
    part('form.orientation', 1, one(ORIENTATIONS.map((each) => say(`orientation.${each}`)))),
    part(
      'form.targetGroups',
      1,
      say('form.chooseSome', { choices: TARGET_GROUPS.map((group) => say(`targetGroup.${group}`)) }),
    ),
    part('form.areas', 1, say('form.areasHint')),
    part('form.time', 1),
    empty(say, 'form.goals', ['form.indicator', 'form.baseline', 'form.target', 'form.goalYear']),
  ];
}

/** A row for each kind and a column for each year, with room for sums. */
function sums(say: Say, caption: TextCode, first: TextCode, kinds: string[], years: string[]): Part {
  return {
    kind: 'table',
    caption: say(caption),
    columns: [
      { title: say(first), align: 'start' },
      ...years.map((title) => ({ title, align: 'end' as const })),
    ],
    rows: kinds.map((kind) => [kind, ...years.map(() => '')]),
    total: [say('form.sum'), ...years.map(() => '')],
  };
}

function empty(say: Say, caption: TextCode, columns: readonly TextCode[]): Part {
  return {
    kind: 'table',
    caption: say(caption),
    columns: columns.map((code) => ({ title: say(code), align: 'start' })),
    rows: Array.from({ length: EMPTY_ROWS }, () => columns.map(() => '')),
    total: null,
  };
}

const section = (heading: string, parts: Part[]): Section => ({ heading, parts });

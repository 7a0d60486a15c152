import {
  CO_FINANCING_SOURCES,
  COST_KINDS,
  ORIENTATIONS,
  PRIORITY_AREAS,
  TARGET_GROUPS,
} from '#domain/applications/application-content';
import type { Step, Wording } from '#domain/regulations/index';
import type { LocalDate } from '#domain/shared/local-date';
import { text, type Language, type TextCode } from '#text';

export interface FormCall {
  title: string;
  opensOn: LocalDate;
  closesOn: LocalDate;
  step: Step | null;
  years: number[];
}

/** How an answer is given. `sums`: kronor for each choice and year. `rows`: as many rows as it takes. */
export const QUESTION_KINDS = ['text', 'choice', 'choices', 'sums', 'rows'] as const;

export interface Named {
  code: string;
  label: string;
}

export interface Question {
  /** Where the answer stands in the application, as `activities[].title`; `null` where the account tells it. */
  field: string | null;
  kind: (typeof QUESTION_KINDS)[number];
  label: string;
  hint: string | null;
  /** Lines to write on, on paper. */
  lines: number;
  choices: Named[];
  /** Of sums, what the first one holds; of rows, all of them. */
  columns: Named[];
  years: number[];
}

export interface QuestionSection {
  heading: string;
  hint: string | null;
  /** Answered once for each activity. */
  isRepeated: boolean;
  questions: Question[];
}

/** What is asked of who applies, and by which rules: the one source of the form on paper and of the form on a page. */
export interface ApplicationForm {
  title: string;
  how: { text: string; steps: string[] };
  rules: { text: string; items: string[]; notAvailable: string | null };
  sections: QuestionSection[];
}

type Say = (code: TextCode, data?: Record<string, unknown>) => string;
type Asked = Pick<Question, 'field'> & { label: TextCode } & Partial<
    Pick<Question, 'kind' | 'hint' | 'lines' | 'choices' | 'columns' | 'years'>
  >;

export function applicationForm(language: Language, call: FormCall, wording: Wording): ApplicationForm {
  const say: Say = (code, data) => text(language, code, data);
  return {
    title: `${say('form.title')}: ${call.title}`,
    how: {
      text: say('form.howText'),
      steps: (['form.steps1', 'form.steps2', 'form.steps3', 'form.steps4'] as const).map((code) =>
        say(code, { closesOn: call.closesOn }),
      ),
    },
    rules: rulesOf(say, wording),
    sections: sectionsOf(say, call.years),
  };
}

function rulesOf(
  say: Say,
  { rules, validFrom: wordingFrom, sectionsNotAvailable: sections }: Wording,
): ApplicationForm['rules'] {
  const items = rules
    .filter((rule) => !(rule.kind === 'needsJudgement' && rule.parameters.question === 'textNotAvailable'))
    .map(({ kind, parameters, section }) =>
      say('form.ruleWithSection', { said: say(`ruleInWords.${kind}`, { ...parameters }), section }),
    );
  return {
    text: say('form.rulesFrom', { wordingFrom }),
    items,
    notAvailable: sections.length > 0 ? say('form.notAvailable', { sections }) : null,
  };
}

function sectionsOf(say: Say, years: number[]): QuestionSection[] {
  const section = (
    heading: TextCode,
    asked: Asked[],
    { hint, isRepeated = false }: { hint?: TextCode; isRepeated?: boolean } = {},
  ): QuestionSection => ({
    heading: say(heading),
    hint: hint ? say(hint) : null,
    isRepeated,
    questions: asked.map((each) => question(say, each)),
  });
  return [
    section('form.applicant', [
      { field: null, label: 'form.organisation' },
      { field: null, label: 'form.organisationNumber' },
      { field: 'contact', label: 'form.contact', lines: 2 },
    ]),
    section('form.about', [
      { field: 'title', label: 'form.projectTitle' },
      { field: 'summary', label: 'form.summary', lines: 8 },
    ]),
    section('form.activities', ofActivity(say), { hint: 'form.activitiesHint', isRepeated: true }),
    section('form.budget', ofBudget(say, years), { hint: 'form.budgetHint' }),
    section('form.partners', [
      {
        field: 'partners',
        label: 'form.partners',
        kind: 'rows',
        columns: named(say, {
          organisationNumber: 'form.organisationNumber',
          name: 'form.partnerName',
          role: 'form.role',
        }),
      },
    ]),
    section('form.followUp', [
      { field: 'followUp.plan', label: 'form.plan', lines: 5 },
      { field: 'followUp.evaluator', label: 'form.evaluator', lines: 2 },
      { field: 'followUp.continuation', label: 'form.continuation', lines: 4 },
    ]),
    section('form.duty', [
      {
        field: 'statutoryDuty',
        label: 'form.dutyQuestion',
        kind: 'choice',
        choices: named(say, { true: 'answer.yes', false: 'answer.no' }),
      },
    ]),
    section('form.signature', [{ field: null, label: 'form.signatory', lines: 2 }]),
  ];
}

function ofActivity(say: Say): Asked[] {
  const coded = <Code extends string>(codes: readonly Code[], of: (code: Code) => TextCode): Named[] =>
    codes.map((code) => ({ code, label: say(of(code)) }));
  return [
    { field: 'activities[].title', label: 'form.activityTitle' },
    { field: 'activities[].description', label: 'form.activityDescription', lines: 8 },
    {
      field: 'activities[].priorityArea',
      label: 'form.priorityArea',
      kind: 'choice',
      choices: coded(PRIORITY_AREAS, (area) => `priorityArea.${area}`),
    },
    {
      field: 'activities[].orientation',
      label: 'form.orientation',
      kind: 'choice',
      choices: coded(ORIENTATIONS, (each) => `orientation.${each}`),
    },
    {
      field: 'activities[].targetGroups',
      label: 'form.targetGroups',
      kind: 'choices',
      choices: coded(TARGET_GROUPS, (group) => `targetGroup.${group}`),
    },
    { field: 'activities[].areaCodes', label: 'form.areas', hint: say('form.areasHint') },
    { field: 'activities[].startsOn,endsOn', label: 'form.time' },
    {
      field: 'activities[].goals',
      label: 'form.goals',
      kind: 'rows',
      columns: named(say, {
        indicator: 'form.indicator',
        baseline: 'form.baseline',
        target: 'form.target',
        year: 'form.goalYear',
      }),
    },
  ];
}

function ofBudget(say: Say, years: number[]): Asked[] {
  const sums = (field: string, label: TextCode, first: [string, TextCode], choices: Named[]): Asked => ({
    field,
    label,
    kind: 'sums',
    choices,
    columns: [{ code: first[0], label: say(first[1]) }],
    years,
  });
  const costs = COST_KINDS.map((kind) => ({ code: kind, label: say(`costKind.${kind}`) }));
  const sources = CO_FINANCING_SOURCES.map((code) => ({ code, label: say(`coFinancingSource.${code}`) }));
  const requested = [{ code: 'requested', label: say('form.requested') }];
  return [
    sums('costs', 'form.costs', ['kind', 'form.costKind'], costs),
    sums('requested', 'form.requested', ['source', 'form.source'], requested),
    sums('coFinancing', 'form.coFinancing', ['source', 'form.source'], sources),
  ];
}

function question(say: Say, { label, ...asked }: Asked): Question {
  return {
    kind: 'text',
    hint: null,
    lines: 1,
    choices: [],
    columns: [],
    years: [],
    ...asked,
    label: say(label),
  };
}

const named = (say: Say, labels: Record<string, TextCode>): Named[] =>
  Object.entries(labels).map(([code, label]) => ({ code, label: say(label) }));

import type { Programme, Wording } from '#domain/regulations/index';
import { text, type Language, type TextCode } from '#text';
import { applicationForm, type ApplicationForm, type FormCall, type Question } from './application-form.js';
import { labelOf } from './compose-letter.js';
import type { LetterDocument, Part, Section } from './letter-document.js';
import { Words } from './words.js';

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
  const form = applicationForm(language, call, wording);
  const { title, opensOn, closesOn, step, years } = call;
  return {
    language,
    day: opensOn,
    title: form.title,
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
    sections: [...guidance(say, form), ...fields(say, form)],
    foot: {
      text: `${agency} · ${title}`,
      page: words.say('foot.page', { page: '{page}', pages: '{pages}' }),
    },
  };
}

function guidance(say: Say, { how, rules }: ApplicationForm): Section[] {
  return [
    {
      heading: say('form.how'),
      parts: [
        { kind: 'text', text: how.text },
        { kind: 'list', items: how.steps },
      ],
    },
    {
      heading: say('form.rules'),
      parts: [
        { kind: 'text', text: rules.text },
        { kind: 'list', items: rules.items },
        ...told(rules.notAvailable),
      ],
    },
  ];
}

function fields(say: Say, { sections }: ApplicationForm): Section[] {
  return sections.map(({ heading, hint, questions }) => ({
    heading,
    parts: [...told(hint), ...questions.map((question) => room(say, question))],
  }));
}

const told = (text: string | null): Part[] => (text === null ? [] : [{ kind: 'text', text }]);

/** Where a question is answered on paper. */
function room(say: Say, question: Question): Part {
  const { kind, label, hint, lines, columns } = question;
  const choices = question.choices.map((choice) => choice.label);
  switch (kind) {
    case 'sums':
      return sums(say, question, choices);
    case 'rows':
      return {
        kind: 'table',
        caption: label,
        columns: columns.map((column) => ({ title: column.label, align: 'start' })),
        rows: Array.from({ length: EMPTY_ROWS }, () => columns.map(() => '')),
        total: null,
      };
    case 'choice':
      return { kind: 'blank', label, hint: say('form.choose', { choices }), lines };
    case 'choices':
      return { kind: 'blank', label, hint: say('form.chooseSome', { choices }), lines };
    case 'text':
      return { kind: 'blank', label, hint: hint ?? '', lines };
  }
}

/** A row for each choice and a column for each year, with room for sums. */
function sums(say: Say, { label, columns, years }: Question, choices: string[]): Part {
  const empty = years.map(() => '');
  return {
    kind: 'table',
    caption: label,
    columns: [
      { title: columns[0]!.label, align: 'start' },
      ...years.map((year) => ({ title: String(year), align: 'end' as const })),
    ],
    rows: choices.map((choice) => [choice, ...empty]),
    total: [say('form.sum'), ...empty],
  };
}

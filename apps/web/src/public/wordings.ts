import type { Schemas } from '../api/client.js';

export type Programme = Schemas['ProgrammeView'];
export type Wording = Programme['wordings'][number];
export type Rule = Wording['rules'][number];

/** The wording in force on a day; else the next to come, else the last there was. */
export function wordingOn(wordings: readonly Wording[], day: string): Wording | undefined {
  const inForce = wordings.find(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo),
  );
  return inForce ?? wordings.find(({ validFrom }) => validFrom > day) ?? wordings.at(-1);
}

/** `textNotAvailable` says that the sources lack a section: it is no rule to read. */
export const isReadable = ({ kind, parameters }: Rule): boolean =>
  !(kind === 'needsJudgement' && (parameters as { question?: string }).question === 'textNotAvailable');

export interface Compared {
  rule: Rule;
  /** Against the wording before; nothing where there is none or where it is the same. */
  change: 'added' | 'changed' | null;
}

const said = ({ kind, parameters, citation }: Rule) => JSON.stringify([kind, parameters, citation?.section]);

/** The rules of a wording beside those of the one before it, and which of the earlier ones are gone. */
export function compareWordings(
  now: Wording,
  before: Wording | undefined,
): { rules: Compared[]; gone: Rule[] } {
  const earlier = before?.rules ?? [];
  const changeOf = (rule: Rule): Compared['change'] => {
    if (!before) return null;
    const same = earlier.find(({ code }) => code === rule.code);
    return same === undefined ? 'added' : said(same) === said(rule) ? null : 'changed';
  };
  return {
    rules: now.rules.filter(isReadable).map((rule) => ({ rule, change: changeOf(rule) })),
    gone: earlier.filter((rule) => isReadable(rule) && !now.rules.some(({ code }) => code === rule.code)),
  };
}

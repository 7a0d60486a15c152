import { hasText } from '#text/web';
import { useText } from '../frame/language.js';
import { stepsOf } from '../parts/merge-draft.js';

/** `activities[0].goals[1].target` as the form calls it: "Aktivitet 1, mål 2, målvärde". */
export function usePlaceName(): (path: string) => string {
  const { t } = useText();
  return (path) => {
    const words = stepsOf(path).reduce<string[]>((names, step) => {
      if (/^\d+$/.test(step)) return [...names.slice(0, -1), `${names.at(-1) ?? ''} ${Number(step) + 1}`];
      const code = `web.applications.field.${step}`;
      return [...names, hasText(code) ? t(code) : step];
    }, []);
    return words.map((word, place) => (place === 0 ? word : word.toLocaleLowerCase())).join(', ');
  };
}

/** Of a whole row, what makes it known again. */
const TELLING = ['title', 'name', 'indicator', 'description', 'role'];

/** How a conflict is told: the place, and each side's value in words. */
export function useConflictWords() {
  const { t, named, kr } = useText();
  const nameOf = usePlaceName();
  const one = (value: unknown): string => {
    if (value === null || value === undefined) return '';
    if (typeof value === 'boolean') return t(value ? 'answer.yes' : 'answer.no');
    if (Array.isArray(value)) return value.map(one).filter(Boolean).join('\n');
    if (typeof value !== 'object') return String(value);
    const row = value as Record<string, unknown>;
    const kind =
      'source' in row
        ? named('coFinancingSource', row['source'] as string)
        : named('costKind', row['kind'] as string);
    const words =
      'amount' in row
        ? [row['year'], kind, row['note'], row['funder'], kr(Number(row['amount']))]
        : TELLING.map((name) => row[name]);
    return words.filter((each) => each !== undefined && each !== null && each !== '').join(' · ');
  };
  return {
    nameOf,
    inWords: (path: string, value: unknown) =>
      path.endsWith('amount') && value !== null ? kr(Number(value)) : one(value),
  };
}

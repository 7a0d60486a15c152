import { measures } from '#domain/measures/definitions';
import { hasText } from '#text/web';
import { useText } from '../frame/language.js';

/** A file with values of more than one measure. */
export const SEVERAL = 'several';

export const isMeasure = (kind: string): boolean => measures.some(({ code }) => code === kind);

/** What is in a data set: a measure by its name, or another kind of facts. */
export function useKinds() {
  const { t, named } = useText();
  const nameOf = (kind: string): string => {
    const own = `web.datasets.kind.${kind}`;
    return hasText(own) ? t(own) : named('measure', kind);
  };
  const options = [...measures.map(({ code }) => code), SEVERAL].map((value) => ({
    value,
    label: nameOf(value),
  }));
  return { nameOf, options };
}

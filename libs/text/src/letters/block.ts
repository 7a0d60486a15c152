/** One version of a part of a letter. Once letters are made from it, its words stay: a change is another version. */
export interface Block {
  /** The part's name and the number of the version, as `decided.approval/1`. */
  id: string;
  /** The first day of letters that it is used in, `YYYY-MM-DD`. */
  validFrom: string;
  sv: string;
  en: string;
}

/** Before any ordinance that letters are written under. */
const FIRST_DAY = '2018-01-01';

/** The first version of each part, Swedish and English. A later one is added beside it, see `blocks.ts`. */
export function firstVersions<Name extends string>(
  texts: Record<Name, readonly [sv: string, en: string]>,
): Record<Name, readonly Block[]> {
  const versions = Object.entries<readonly [string, string]>(texts).map(([name, [sv, en]]) => [
    name,
    [{ id: `${name}/1`, validFrom: FIRST_DAY, sv, en }],
  ]);
  return Object.fromEntries(versions) as Record<Name, readonly Block[]>;
}

/** The version for a letter of `day`: the last that was valid by then. `undefined` where none was. */
export function blockOn(versions: readonly Block[], day: string): Block | undefined {
  return versions.filter(({ validFrom }) => validFrom <= day).reduce<Block | undefined>(later, undefined);
}

const later = (a: Block | undefined, b: Block): Block => (a && a.validFrom >= b.validFrom ? a : b);

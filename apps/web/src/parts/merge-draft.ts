/** What two people wrote at one place, as the API names places: `activities[0].title`. */
export interface Conflict {
  path: string;
  theirs: unknown;
}

export interface Merged<Content> {
  content: Content;
  conflicts: Conflict[];
}

type Named = Record<string, unknown>;

const isNamed = (value: unknown): value is Named =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, place) => isSame(value, other[place]));
  if (!isNamed(one) || !isNamed(other)) return false;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => isSame(one[name], other[name]));
}

/** Two sides of one thing: what I have here and what is kept by the server, each with what it was when they agreed. */
interface Sides {
  mine: { before: unknown; now: unknown };
  theirs: { before: unknown; now: unknown };
}

const inSides = ({ mine, theirs }: Sides, name: string | number): Sides => {
  const part = (value: unknown) => (value as Named | undefined)?.[name];
  return {
    mine: { before: part(mine.before), now: part(mine.now) },
    theirs: { before: part(theirs.before), now: part(theirs.now) },
  };
};

function mergeSides(sides: Sides, path: string, conflicts: Conflict[]): unknown {
  const { mine, theirs } = sides;
  if (isSame(theirs.before, theirs.now) || isSame(mine.now, theirs.now)) return mine.now;
  if (isSame(mine.before, mine.now)) return theirs.now;
  const all = [mine.before, mine.now, theirs.before, theirs.now];
  if (all.every(isNamed)) {
    const names = new Set([...Object.keys(mine.now as Named), ...Object.keys(theirs.now as Named)]);
    return Object.fromEntries(
      [...names].map((name) => [
        name,
        mergeSides(inSides(sides, name), path ? `${path}.${name}` : name, conflicts),
      ]),
    );
  }
  // Rows are told apart by their place, which holds only while nobody has added or taken away any.
  if (all.every(Array.isArray) && new Set(all.map((rows) => rows.length)).size === 1)
    return (mine.now as unknown[]).map((_, place) =>
      mergeSides(inSides(sides, place), `${path}[${place}]`, conflicts),
    );
  conflicts.push({ path, theirs: theirs.now });
  return mine.now;
}

/**
 * What I wrote and what somebody else has saved, put together field by field. Where only one side changed, that side
 * holds; where both did, mine stays in the content and theirs is told beside it, so that a person can choose.
 */
export function mergeDraft<Content extends object>(
  mine: { before: Content; now: Content },
  theirs: { before: Content; now: Content },
): Merged<Content> {
  const conflicts: Conflict[] = [];
  const content = mergeSides({ mine, theirs }, '', conflicts) as Content;
  return { content, conflicts };
}

/** `activities[0].title` as the names and places on the way there. */
export const stepsOf = (path: string): string[] => path.split(/[.[\]]+/).filter(Boolean);

/** The part of the content that a place is in: `costs` of `costs[0].amount`. */
export const partOf = (path: string): string => stepsOf(path)[0] ?? '';

export function valueAt(content: unknown, path: string): unknown {
  return stepsOf(path).reduce<unknown>((value, step) => (value as Named | null | undefined)?.[step], content);
}

export function withValue<Content>(content: Content, path: string, value: unknown): Content {
  const put = (into: unknown, [step, ...rest]: string[]): unknown => {
    if (step === undefined) return value;
    if (Array.isArray(into))
      return into.map((row, place) => (place === Number(step) ? put(row, rest) : (row as unknown)));
    return { ...(into as Named), [step]: put((into as Named | null)?.[step], rest) };
  };
  return put(content, stepsOf(path)) as Content;
}

/** The places where two contents differ, as deep as they are alike in shape. */
export function findDifferences(from: unknown, to: unknown, path = ''): string[] {
  if (isSame(from, to)) return [];
  if (isNamed(from) && isNamed(to))
    return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((name) =>
      findDifferences(from[name], to[name], path ? `${path}.${name}` : name),
    );
  if (Array.isArray(from) && Array.isArray(to) && from.length === to.length)
    return from.flatMap((value, place) => findDifferences(value, to[place], `${path}[${place}]`));
  return [path];
}

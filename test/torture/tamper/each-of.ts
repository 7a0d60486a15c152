/** An act for each name, so that none is left to chance. */
export const eachOf = <Name extends string, Done>(
  names: readonly Name[],
  act: string,
  edit: (name: Name) => Done,
): Record<string, () => Done> =>
  Object.fromEntries(names.map((name) => [`${act}: ${name}`, () => edit(name)] as const));

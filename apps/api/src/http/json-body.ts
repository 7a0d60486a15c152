import { DomainError, Invalid, type Problem } from '#platform/errors';

const MAX_DEPTH = 20;
/** A full application is some hundreds; checking that many takes about a second. */
const MAX_VALUES = 20_000;

/** A name that every object has, or that makes one look like another kind: never a field or a parameter of ours. */
export const isReserved = (name: string): boolean => name in Object.prototype || name === 'prototype';

/** Refuses, before any field is looked at, what would take the checks too far: too deep, too much, names of the language. */
export function refuseUnreadable(body: unknown): void {
  const problems: Problem[] = [];
  const waiting = [{ value: body, path: '', depth: 0 }];
  let count = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path, depth } = next;
    count += 1;
    if (count + waiting.length > MAX_VALUES) throw new DomainError('tooLarge');
    if (typeof value !== 'object' || value === null) continue;
    if (depth === MAX_DEPTH) throw new Invalid([{ code: 'tooDeep', data: { max: MAX_DEPTH } }]);
    for (const [name, inner] of Object.entries(value)) {
      const own = Array.isArray(value) ? `${path}[${name}]` : path ? `${path}.${name}` : name;
      if (isReserved(name)) problems.push({ code: 'unknownField', path: own });
      else waiting.push({ value: inner, path: own, depth: depth + 1 });
    }
  }
  if (problems.length > 0) throw new Invalid(problems);
}

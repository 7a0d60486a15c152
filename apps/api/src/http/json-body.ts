import { DomainError, Invalid, type Problem } from '#platform/errors';
import { firstOf } from './most-problems.js';

const MAX_DEPTH = 20;
/** A full application is some hundreds; checking that many takes about a second. */
const MAX_VALUES = 20_000;
/** No object of ours has near so many fields, and each that nobody knows is told of. */
const MAX_FIELDS = 500;
/** Whoever has not signed in says who they are, and little else. */
const MAX_VALUES_OF_ANYONE = 100;
const OF_ANYONE = /^\/api\/v1\/(session|public)\b/;

/** How many values a body may hold, by the route that takes it: an address may be written in several ways. */
export const mostValuesFor = (route = ''): number =>
  OF_ANYONE.test(route) ? MAX_VALUES_OF_ANYONE : MAX_VALUES;

/** A name that every object has, or that makes one look like another kind: never a field or a parameter of ours. */
export const isReserved = (name: string): boolean => name in Object.prototype || name === 'prototype';

/** Refuses, before any field is looked at, what would take the checks too far: too deep, too much, names of the language. */
export function refuseUnreadable(body: unknown, most = MAX_VALUES): void {
  const problems: Problem[] = [];
  const waiting = [{ value: body, path: '', depth: 0 }];
  let count = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path, depth } = next;
    count += 1;
    if (count + waiting.length > most) throw new DomainError('tooLarge');
    if (typeof value !== 'object' || value === null) continue;
    if (depth === MAX_DEPTH) throw new Invalid([{ code: 'tooDeep', data: { max: MAX_DEPTH } }]);
    const names = Array.isArray(value) ? undefined : Object.keys(value);
    const size = names?.length ?? (value as unknown[]).length;
    // Counted before it is spread out: two million noughts are four megabytes here and hundreds there.
    if (count + waiting.length + size > most || (names && size > MAX_FIELDS))
      throw new DomainError('tooLarge');
    for (const [name, inner] of Object.entries(value)) {
      const own = Array.isArray(value) ? `${path}[${name}]` : path ? `${path}.${name}` : name;
      if (isReserved(name)) problems.push({ code: 'unknownField', path: own });
      else waiting.push({ value: inner, path: own, depth: depth + 1 });
    }
  }
  if (problems.length > 0) throw new Invalid(firstOf(problems));
}

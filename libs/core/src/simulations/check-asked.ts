import { isMeasureRule } from '#domain/calls/simulation';
import { measures } from '#domain/measures/definitions';
import type { Wording } from '#domain/regulations/index';
import type { LocalDate } from '#domain/shared/local-date';
import type { Problem } from '#platform/errors';
import type { AskedSimulation, DistributionKey } from './simulation.js';

const isKnown = (code: string): boolean => measures.some((measure) => measure.code === code);
const unknownMeasure = (path: string): Problem => ({ code: 'unknownMeasure', path });

export function checkKey({ measure }: DistributionKey): Problem[] {
  return isKnown(measure) ? [] : [unknownMeasure('key.measure')];
}

export function checkDay(asOf: LocalDate | undefined, today: LocalDate): Problem[] {
  return asOf !== undefined && asOf > today
    ? [{ code: 'dateInTheFuture', path: 'asOf', data: { today } }]
    : [];
}

const MOVABLE = ['threshold', 'thresholds', 'combine', 'deviation'] as const;

/** What would make a simulation of something that the call does not have, or of nothing. */
export function checkAsked(asked: AskedSimulation, wording: Wording, today: LocalDate): Problem[] {
  const { threshold, thresholds = [], total, year, key, asOf } = asked;
  const moved = MOVABLE.filter((field) => asked[field] !== undefined);
  const isMovable = wording.rules.some(isMeasureRule);
  const known = thresholds.map(({ measure }) => measure);
  const isAsked = [total, year, key].some((part) => part !== undefined);
  const parts = { total, year, key };
  return [
    ...(isMovable ? [] : moved.map((path) => ({ code: 'noMeasureRule', path }))),
    ...(threshold !== undefined && thresholds.length > 0
      ? [{ code: 'thresholdTwice', path: 'threshold' }]
      : []),
    ...known.flatMap((measure, index) => [
      ...(isKnown(measure) ? [] : [unknownMeasure(`thresholds[${index}].measure`)]),
      ...(known.indexOf(measure) < index
        ? [{ code: 'duplicate', path: `thresholds[${index}].measure` }]
        : []),
    ]),
    ...checkDay(asOf, today),
    ...Object.entries(parts).flatMap(([path, part]) =>
      isAsked && part === undefined ? [{ code: 'required', path }] : [],
    ),
    ...(key ? checkKey(key) : []),
  ];
}

/** Why a measure has no value: nothing is divided by nothing, and no gap is filled with 0. */
export type UndefinedReason =
  /** No areas at all. */
  | 'noAreas'
  /** All areas are empty. */
  | 'noInhabitants'
  /** One of the two groups compared has nobody, so it is not spread in any way. */
  | 'groupAbsent'
  /** Only one group has anybody, so there is nothing to divide between areas. */
  | 'oneGroupOnly';

/** A value in the unit of its measure, always finite; or `null` with the reason why there is none. */
export type MeasureResult<Reason extends string = UndefinedReason> =
  { value: number; reason: null } | { value: null; reason: Reason };

export const defined = (value: number): { value: number; reason: null } => ({ value, reason: null });

export const undefinedFor = <Reason extends string>(reason: Reason): { value: null; reason: Reason } => ({
  value: null,
  reason,
});

/** A share that rounding may have carried past its end by the last digit. */
export const share = (value: number) => defined(Math.min(1, Math.max(0, value)));

/**
 * What was given cannot be data of the kind asked for. Input is checked where it is read, with all its faults told at
 * once; that it reaches a computation is a fault of the program.
 */
export class InvalidMeasureInput extends RangeError {
  constructor(
    readonly code:
      | 'countInvalid'
      | 'groupsDiffer'
      | 'countsTooLarge'
      | 'notTwoGroups'
      | 'noSuchGroup'
      | 'parameterOutOfRange'
      | 'valueNotFinite'
      | 'weightInvalid'
      | 'yearTwice'
      | 'yearInvalid'
      | 'areaTypeInvalid'
      | 'boundariesInvalid',
    readonly data: Readonly<Record<string, unknown>>,
  ) {
    super(`${code}: ${JSON.stringify(data)}`);
    this.name = 'InvalidMeasureInput';
  }
}

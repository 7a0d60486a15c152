import { v7 } from 'uuid';

/** A UUID v7: unique without a round trip, and in the order of time, so that indexes grow at their end. */
export function newId(): string {
  return v7();
}

/** When an id of ours was made, milliseconds since 1970; `NaN` of what is no id. */
export function timeOfId(id: string): number {
  return Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
}

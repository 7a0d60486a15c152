import { v7 } from 'uuid';

/** A UUID v7: unique without a round trip, and in the order of time, so that indexes grow at their end. */
export function newId(): string {
  return v7();
}

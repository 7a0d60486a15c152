// A cycle is reported once, in cycle-one.ts.
import type { One } from './cycle-one.js';

export interface Two {
  one: One;
}

// breaks: no-cycle
import type { Two } from './cycle-two.js';

export interface One {
  two: Two;
}

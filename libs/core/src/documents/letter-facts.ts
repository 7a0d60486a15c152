import type { DecisionYearStatus } from '#domain/decisions/decision-year.lifecycle';
import type { LocalDate } from '#domain/shared/local-date';
import type { Kronor } from '#domain/shared/money';

export interface GrantedYear {
  year: number;
  amount: Kronor;
  status: DecisionYearStatus;
}

/** What an act tells its letter. Everything else is read from rows that never change. */
export interface LetterFacts {
  /** The sums as they were decided: a conditional year may be firm when the letter is made. */
  years?: GrantedYear[];
  /** What is asked for: taken off the application when it has come. */
  completion?: { items: { text: string }[]; dueOn: LocalDate };
  delay?: { reasons: string; expectedOn: LocalDate };
}

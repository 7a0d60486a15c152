import type { Difference } from '#domain/decisions/amendment';
import type { Instalment } from '#domain/decisions/instalments';
import type { ReportDuty } from '#domain/decisions/proposal';
import type { Revocation } from '#domain/decisions/revocation';
import type { RecoveryGround } from '#domain/recoveries/grounds';
import type { Finding } from '#domain/shared/finding';
import type { LocalDate } from '#domain/shared/local-date';
import type { Kronor, YearAmount } from '#domain/shared/money';

/** Names, as they stand in a letter (förvaltningslagen 31 §). */
export interface Persons {
  decidedBy: string;
  /** `null` where nobody else than the decision maker prepared it. */
  presentedBy: string | null;
  others: string[];
}

export interface DecisionTold extends Persons {
  decidedOn: LocalDate;
  reasons: string;
  conditions: string[];
  reportsDue: ReportDuty[];
  instalments: Instalment[];
  evidence: Finding[];
  difference: Difference | null;
  /** The day of the decision that it amends. */
  amendsOn: LocalDate | null;
  revocation: (Revocation & { revokedBy: string; revokedOn: LocalDate }) | null;
}

export interface RecoveryTold extends Persons {
  decidedOn: LocalDate;
  grantedOn: LocalDate;
  amount: Kronor;
  years: YearAmount[];
  grounds: RecoveryGround;
  reasons: string;
  notifiedOn: LocalDate;
  answerBy: LocalDate;
  hasAnswered: boolean;
  withoutAnswer: string | null;
  dueOn: LocalDate;
}

/** The case as its letter tells of it. */
export interface LetterSubject {
  registryNumber: string;
  submittedOn: LocalDate;
  project: string;
  requested: YearAmount[];
  recipient: { name: string; organisationNumber: string | null };
  call: { title: string; programmeCode: string; wordingFrom: LocalDate };
  /** Who did the act that it tells of, and on which day. */
  orderedBy: string;
  orderedOn: LocalDate;
  decision: DecisionTold | null;
  recovery: RecoveryTold | null;
}

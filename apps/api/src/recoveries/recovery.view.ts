import { RECOVERY_GROUND_CODES, RECOVERY_STATUSES } from '#core/recoveries';
import { YearAmountDto } from '../calls/call.dto.js';
import {
  a,
  count,
  day,
  Filled,
  id,
  instant,
  kronor,
  many,
  number,
  oneOf,
  open,
  orNull,
  Shows,
  text,
} from '../http/view-fields.js';
import { OrganisationRef } from '../organisations/organisation.view.js';
import { PortionDto } from './recovery.dto.js';

/** What is booked of a claim: claimed + charged = paid + setOff + writtenOff + principal + interest. */
class RecoveryBalance {
  @Shows(kronor) claimed: number;
  /** Interest, paid or not. */
  @Shows(kronor) charged: number;
  @Shows(kronor) paid: number;
  @Shows(kronor) setOff: number;
  @Shows(kronor) writtenOff: number;
  /** What is left of the principal, and of the interest that was charged. */
  @Shows(kronor) principal: number;
  @Shows(kronor) interest: number;
}

export class RecoveryItem {
  @Shows(id) id: string;
  @Shows(oneOf(RECOVERY_STATUSES)) status: (typeof RECOVERY_STATUSES)[number];
  @Shows(a(OrganisationRef)) organisation: OrganisationRef;
  @Shows(id) decisionId: string;
  @Shows(id) applicationId: string;
  @Shows(text) registryNumber: string;
  @Shows(text) title: string;
  /** The report whose settlement it came from. */
  @Shows(orNull(id)) reportId: string | null;
  @Shows(oneOf(RECOVERY_GROUND_CODES)) grounds: (typeof RECOVERY_GROUND_CODES)[number];
  /** The section of the ground, where our sources show it. */
  @Shows(orNull(open)) citation: object | null;
  @Shows(kronor) amount: number;
  @Shows(many(Filled(YearAmountDto))) years: YearAmountDto[];
  @Shows(orNull(day)) answerBy: string | null;
  @Shows(orNull(day)) dueOn: string | null;
  /** `null` until it is decided. */
  @Shows(orNull(a(RecoveryBalance))) balance: RecoveryBalance | null;
  @Shows(instant) consideredAt: string;
  @Shows(orNull(instant)) notifiedAt: string | null;
  @Shows(orNull(instant)) decidedAt: string | null;
  @Shows(many(text)) actions: string[];
}

class RecoveryAnswer {
  @Shows(text) text: string;
  @Shows(id) by: string;
  @Shows(instant) at: string;
}

export class RecoveryDetail extends RecoveryItem {
  @Shows(text) reasons: string;
  @Shows(many(RecoveryAnswer)) answers: RecoveryAnswer[];
  @Shows(id) consideredBy: string;
  @Shows(orNull(id)) notifiedBy: string | null;
  @Shows(orNull(id)) decidedBy: string | null;
  @Shows(orNull(text)) withoutAnswer: string | null;
  /** The principal by due day, as decided or as planned since. */
  @Shows(many(Filled(PortionDto))) instalments: PortionDto[];
  /** The last day that interest is charged for. */
  @Shows(orNull(day)) interestUntil: string | null;
  @Shows(orNull(text)) closingReasons: string | null;
}

const hundredths = { type: 'integer', description: 'Hundredths of a percentage point' } as const;

class InterestPeriod {
  @Shows(day) from: string;
  @Shows(day) to: string;
  @Shows(count) days: number;
  @Shows(kronor) principal: number;
  @Shows(hundredths) referenceRate: number;
  @Shows(hundredths) rate: number;
}

/** Interest that has run and is not charged yet, with how it was reckoned. */
class RunningInterest {
  @Shows(kronor) amount: number;
  @Shows(many(InterestPeriod)) periods: InterestPeriod[];
  /** A half-year whose reference rate is not recorded: the interest is reckoned to the day before it. */
  @Shows(orNull(day)) missing: string | null;
  @Shows(text) dayCount: string;
  @Shows(number) pointsAbove: number;
  @Shows(text) act: string;
  @Shows(text) section: string;
}

class RecoveryEntry {
  @Shows(count) id: number;
  @Shows(id) postingId: string;
  @Shows(oneOf(['claim', 'interest', 'payment', 'setOff', 'undoSetOff', 'writeOff'])) act: string;
  @Shows(oneOf(['principal', 'interest'])) part: string;
  /** Kronor; negative where it lowers what is owed. */
  @Shows({ type: 'integer', format: 'int64' }) amount: number;
  @Shows(day) day: string;
  @Shows(orNull(text)) reference: string | null;
  @Shows(orNull(id)) paymentId: string | null;
  @Shows(day) bookedOn: string;
  @Shows(instant) postedAt: string;
}

export class RecoveryLedger {
  @Shows(id) id: string;
  @Shows(oneOf(RECOVERY_STATUSES)) status: (typeof RECOVERY_STATUSES)[number];
  @Shows(day) asOf: string;
  @Shows(a(RecoveryBalance)) balance: RecoveryBalance;
  @Shows(orNull(a(RunningInterest))) running: RunningInterest | null;
  /** Principal, charged interest and running interest together. */
  @Shows(kronor) owed: number;
  @Shows(many(RecoveryEntry)) entries: RecoveryEntry[];
}

export class ReferenceRateView {
  @Shows(day) validFrom: string;
  @Shows(number) percent: number;
  /** With the eight percentage points of räntelagen 6 §. */
  @Shows(number) lateInterestPercent: number;
  @Shows(text) source: string;
}

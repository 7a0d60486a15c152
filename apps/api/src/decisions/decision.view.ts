import {
  DECISION_OUTCOMES,
  DECISION_STATUSES,
  DECISION_YEAR_STATUSES,
  REQUESTERS,
  REVOCATION_GROUNDS,
} from '#core/decisions';
import { CoFinancingDto, CostDto } from '../applications/application.dto.js';
import { YearAmountDto } from '../calls/call.dto.js';
import { Finding } from '../http/finding.view.js';
import {
  a,
  count,
  Filled,
  flag,
  id,
  instant,
  kronor,
  many,
  oneOf,
  orNull,
  Shows,
  text,
  wholeNumber,
  year,
} from '../http/view-fields.js';
import { OrganisationRef } from '../organisations/organisation.view.js';
import { PaymentRef } from '../payments/payment.view.js';
import { ReportRef } from '../reports/report.view.js';
import { CONDITION_OUTCOMES, InstalmentDto, ReportDutyDto } from './decision.dto.js';

/** A decision wherever it is part of something else. */
export class DecisionRef {
  @Shows(id) id: string;
  @Shows(oneOf(DECISION_STATUSES)) status: (typeof DECISION_STATUSES)[number];
  @Shows(oneOf(DECISION_OUTCOMES)) outcome: (typeof DECISION_OUTCOMES)[number];
}

/** A year after the appropriation's own is conditional until its money is appropriated. */
class DecisionYearView {
  @Shows(id) id: string;
  @Shows(year) year: number;
  @Shows(kronor) amount: number;
  @Shows(oneOf(DECISION_YEAR_STATUSES)) status: (typeof DECISION_YEAR_STATUSES)[number];
  /** Why it is not to be; `null` unless it lapsed. */
  @Shows(orNull(text)) lapseReason: string | null;
}

/** The last word on a condition counts: while it is not met, the decision's payments are withheld. */
class ConditionJudgement {
  @Shows(count) condition: number;
  @Shows(oneOf(CONDITION_OUTCOMES)) outcome: (typeof CONDITION_OUTCOMES)[number];
  @Shows(text) motive: string;
  @Shows(id) judgedBy: string;
  @Shows(instant) judgedAt: string;
}

/** How many rules came out how when it was proposed. */
class RuleOutcomes {
  @Shows(count) met: number;
  @Shows(count) notMet: number;
  @Shows(count) needsJudgement: number;
}

export class DecisionItem extends DecisionRef {
  @Shows(a(OrganisationRef)) organisation: OrganisationRef;
  @Shows(id) applicationId: string;
  @Shows(text) registryNumber: string;
  @Shows(text) title: string;
  @Shows(many(DecisionYearView)) years: DecisionYearView[];
  @Shows(instant) proposedAt: string;
  @Shows(orNull(instant)) decidedAt: string | null;
  /** The decision that it amends. */
  @Shows(orNull(id)) amendsId: string | null;
  /** The amendment that took its place. */
  @Shows(orNull(id)) supersededById: string | null;
  @Shows(many(text)) actions: string[];
  @Shows(id) preparedBy: string;
  @Shows(orNull(id)) appropriationId: string | null;
  /** What was applied for per year, to hold what is granted against. */
  @Shows(many(Filled(YearAmountDto))) requested: YearAmountDto[];
  @Shows(a(RuleOutcomes)) rules: RuleOutcomes;
}

/** Whole kronor; `change` = after − before. */
class Change {
  @Shows(kronor) before: number;
  @Shows(kronor) after: number;
  @Shows(wholeNumber) change: number;
}

class YearChange extends Change {
  @Shows(year) year: number;
}

class TextChanges {
  @Shows(many(text)) added: string[];
  @Shows(many(text)) removed: string[];
}

class DutyChanges {
  @Shows(many(Filled(ReportDutyDto))) added: ReportDutyDto[];
  @Shows(many(Filled(ReportDutyDto))) removed: ReportDutyDto[];
}

class DifferenceView {
  @Shows(many(YearChange)) years: YearChange[];
  @Shows(a(Change)) total: Change;
  @Shows(a(TextChanges)) conditions: TextChanges;
  @Shows(a(DutyChanges)) reportsDue: DutyChanges;
  /** Years whose sum is paid in other instalments. */
  @Shows(many(year)) instalments: number[];
  /** Whether costs and co-financing are stated anew. */
  @Shows(flag) plan: boolean;
}

class PlanView {
  @Shows(many(Filled(CostDto))) costs: CostDto[];
  @Shows(many(Filled(CoFinancingDto))) coFinancing: CoFinancingDto[];
}

class RevocationView {
  @Shows(many(oneOf(REVOCATION_GROUNDS))) grounds: (typeof REVOCATION_GROUNDS)[number][];
  @Shows(text) reasons: string;
  /** Paid or on its way to the bank when the decision was revoked. */
  @Shows(many(Filled(YearAmountDto))) toRecover: YearAmountDto[];
  @Shows(id) revokedBy: string;
  @Shows(instant) revokedAt: string;
}

export class DecisionDetail extends DecisionItem {
  @Shows(text) reasons: string;
  @Shows(many(text)) conditions: string[];
  @Shows(many(ConditionJudgement)) conditionJudgements: ConditionJudgement[];
  @Shows(many(Filled(ReportDutyDto))) reportsDue: ReportDutyDto[];
  @Shows(many(Filled(InstalmentDto))) instalments: InstalmentDto[];
  @Shows(many(Finding)) evidence: Finding[];
  @Shows(orNull(id)) decidedBy: string | null;
  @Shows(orNull(text)) returnNote: string | null;
  @Shows(orNull(oneOf(REQUESTERS))) requestedBy: (typeof REQUESTERS)[number] | null;
  @Shows(orNull(a(DifferenceView))) difference: DifferenceView | null;
  @Shows(orNull(a(PlanView))) plan: PlanView | null;
  @Shows(orNull(a(RevocationView))) revocation: RevocationView | null;
  @Shows(many(PaymentRef)) payments: PaymentRef[];
  @Shows(many(ReportRef)) reports: ReportRef[];
}

import { DECISION_OUTCOMES, DECISION_STATUSES, DECISION_YEAR_STATUSES } from '#core/decisions';
import { Finding } from '../http/finding.view.js';
import {
  a,
  Filled,
  id,
  instant,
  kronor,
  many,
  oneOf,
  orNull,
  Shows,
  text,
  year,
} from '../http/view-fields.js';
import { OrganisationRef } from '../organisations/organisation.view.js';
import { PaymentRef } from '../payments/payment.view.js';
import { ReportRef } from '../reports/report.view.js';
import { InstalmentDto, ReportDutyDto } from './decision.dto.js';

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
}

export class DecisionItem extends DecisionRef {
  @Shows(a(OrganisationRef)) organisation: OrganisationRef;
  @Shows(id) applicationId: string;
  @Shows(text) registryNumber: string;
  @Shows(text) title: string;
  @Shows(many(DecisionYearView)) years: DecisionYearView[];
  @Shows(instant) proposedAt: string;
  @Shows(orNull(instant)) decidedAt: string | null;
  @Shows(many(text)) actions: string[];
}

export class DecisionDetail extends DecisionItem {
  @Shows(text) reasons: string;
  @Shows(many(text)) conditions: string[];
  @Shows(many(Filled(ReportDutyDto))) reportsDue: ReportDutyDto[];
  @Shows(many(Filled(InstalmentDto))) instalments: InstalmentDto[];
  @Shows(many(Finding)) evidence: Finding[];
  @Shows(id) preparedBy: string;
  @Shows(orNull(id)) decidedBy: string | null;
  @Shows(orNull(text)) returnNote: string | null;
  @Shows(orNull(id)) appropriationId: string | null;
  @Shows(many(PaymentRef)) payments: PaymentRef[];
  @Shows(many(ReportRef)) reports: ReportRef[];
}

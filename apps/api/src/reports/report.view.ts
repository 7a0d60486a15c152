import { IntersectionType, OmitType } from '@nestjs/swagger';
import { CO_FINANCING_SOURCES, COST_KINDS } from '#core/applications';
import { REPORT_STATUSES } from '#core/reports';
import { ActivityDto, CoFinancingDto, CostDto } from '../applications/application.dto.js';
import { CompletionRequestDto } from '../applications/assessment.dto.js';
import { YearAmountDto } from '../calls/call.dto.js';
import { REPORT_KINDS } from '../decisions/decision.dto.js';
import { Finding } from '../http/finding.view.js';
import {
  a,
  day,
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
  year,
} from '../http/view-fields.js';
import { OrganisationRef } from '../organisations/organisation.view.js';
import { EvidenceDemandView } from './evidence-demand.view.js';
import { ReportEdit } from './report.dto.js';

/** A report wherever it is part of something else. */
export class ReportRef {
  @Shows(id) id: string;
  @Shows(oneOf(REPORT_STATUSES)) status: (typeof REPORT_STATUSES)[number];
  @Shows(oneOf(REPORT_KINDS)) kind: (typeof REPORT_KINDS)[number];
  @Shows(year) year: number;
  @Shows(day) dueOn: string;
}

export class ReportItem extends ReportRef {
  @Shows(a(OrganisationRef)) organisation: OrganisationRef;
  @Shows(id) decisionId: string;
  @Shows(id) applicationId: string;
  @Shows(text) registryNumber: string;
  @Shows(text) title: string;
  @Shows(flag) isOverdue: boolean;
  @Shows(orNull(instant)) submittedAt: string | null;
  @Shows(orNull(instant)) approvedAt: string | null;
  @Shows(instant) updatedAt: string;
  @Shows(many(text)) actions: string[];
}

/** What the recipient said it would do, and the money as decided, to report against. */
class ReportPlan {
  @Shows(many(Filled(CostDto))) costs: CostDto[];
  @Shows(many(Filled(CoFinancingDto))) coFinancing: CoFinancingDto[];
  @Shows(many(Filled(ActivityDto))) activities: ActivityDto[];
  @Shows(many(Filled(YearAmountDto))) granted: YearAmountDto[];
}

class ReplacedBy {
  @Shows(id) reportId: string;
  @Shows(instant) settledAt: string;
}

/** What a reported year came to. */
class SettlementView {
  @Shows(year) year: number;
  @Shows(kronor) granted: number;
  @Shows(kronor) paid: number;
  @Shows(kronor) costs: number;
  @Shows(kronor) coFinancing: number;
  @Shows(kronor) entitled: number;
  @Shows(kronor) used: number;
  @Shows(kronor) unused: number;
  @Shows(kronor) repay: number;
  @Shows(kronor) remaining: number;
  /** How it was reckoned and rounded; null of one that was made before this was told. */
  @Shows(orNull(a(Finding))) finding: Finding | null;
  @Shows(instant) settledAt: string;
  /** The last that settled the same year of the case; null of that one. */
  @Shows(orNull(a(ReplacedBy))) replacedBy: ReplacedBy | null;
}

class ForeseenSettlement extends OmitType(SettlementView, ['settledAt', 'replacedBy']) {}

/** What approving the report as it stands would settle. */
export class SettlementForecast {
  @Shows(many(ForeseenSettlement)) items: ForeseenSettlement[];
}

/** Actual costs beside the planned ones. */
class ComparedCost {
  @Shows(year) year: number;
  @Shows(oneOf(COST_KINDS)) kind: (typeof COST_KINDS)[number];
  @Shows(kronor) planned: number;
  @Shows(kronor) actual: number;
}

/** `decided`: what was planned, and of own money also what a smaller grant than the requested left uncovered. */
class ComparedCoFinancing {
  @Shows(year) year: number;
  @Shows(oneOf(CO_FINANCING_SOURCES)) source: (typeof CO_FINANCING_SOURCES)[number];
  @Shows(kronor) planned: number;
  @Shows(kronor) decided: number;
  @Shows(kronor) actual: number;
}

class ComparedYear {
  @Shows(year) year: number;
  @Shows(kronor) granted: number;
  @Shows(kronor) paid: number;
  @Shows(kronor) plannedCosts: number;
  @Shows(kronor) actualCosts: number;
}

/** What was planned and decided for the report's years, beside what the report says. */
class ReportComparison {
  @Shows(many(ComparedCost)) costs: ComparedCost[];
  @Shows(many(ComparedCoFinancing)) coFinancing: ComparedCoFinancing[];
  @Shows(many(ComparedYear)) years: ComparedYear[];
}

export class ReportDetail extends IntersectionType(ReportItem, Filled(ReportEdit)) {
  @Shows(orNull(a(Filled(CompletionRequestDto)))) completion: CompletionRequestDto | null;
  @Shows(a(ReportPlan)) plan: ReportPlan;
  @Shows(a(ReportComparison)) comparison: ReportComparison;
  /** Proof that is asked of the report, where it was drawn in a sample. */
  @Shows(orNull(a(EvidenceDemandView))) evidenceDemand: EvidenceDemandView | null;
  @Shows(many(SettlementView)) settlements: SettlementView[];
}

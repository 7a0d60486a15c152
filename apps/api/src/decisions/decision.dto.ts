import { DECISION_OUTCOMES, DECISION_STATUSES } from '#core/decisions';
import { YearAmountDto } from '../calls/call.dto.js';
import { Day, Decimal, Id, List, OneOf, QueryNumber, Text, Texts, Year } from '../http/fields.js';
import { PageQuery } from '../http/page.query.js';

export const REPORT_KINDS = ['interim', 'final'] as const;

export class ReportDutyDto {
  @OneOf(REPORT_KINDS) kind: (typeof REPORT_KINDS)[number];
  @Year() year: number;
  @Day() dueOn: string;
}

export class InstalmentDto {
  @Year() year: number;
  /** A share of the year's sum, 0–1, four decimals at most; the shares of a year sum to one. */
  @Decimal(0, 1) share: number;
}

export class ProposalDto {
  @OneOf(DECISION_OUTCOMES) outcome: (typeof DECISION_OUTCOMES)[number];
  @List(() => YearAmountDto, { max: 20, optional: true }) years: YearAmountDto[] = [];
  @Text({ min: 1, max: 20_000 }) reasons: string;
  @Texts({ max: 50, length: 2_000, optional: true }) conditions: string[] = [];
  @List(() => ReportDutyDto, { max: 40, optional: true }) reportsDue: ReportDutyDto[] = [];
  @List(() => InstalmentDto, { max: 100, optional: true }) instalments: InstalmentDto[] = [];
}

export class ReturnDto {
  @Text({ min: 1, max: 5_000 }) note: string;
}

export class ConfirmYearDto {
  @Year() year: number;
}

export class DecisionList extends PageQuery {
  @OneOf(DECISION_STATUSES, { optional: true }) status?: (typeof DECISION_STATUSES)[number];
  @OneOf(DECISION_OUTCOMES, { optional: true }) outcome?: (typeof DECISION_OUTCOMES)[number];
  @QueryNumber(2000, 2100) year?: number;
  @Id({ optional: true }) organisationId?: string;
  @Id({ optional: true }) applicationId?: string;
  @Day({ optional: true }) asOf?: string;
}

import { ACTIVITY_STATUSES, REPORT_STATUSES } from '#core/reports';
import { CoFinancingDto, CostDto } from '../applications/application.dto.js';
import { Day, Decimal, Id, List, OneOf, QueryNumber, Text, Texts, Whole } from '../http/fields.js';
import { PageQuery } from '../http/page.query.js';

const open = { optional: true, nullable: true };

class ReportedActivityDto {
  @OneOf(ACTIVITY_STATUSES, open) status: (typeof ACTIVITY_STATUSES)[number] | null = null;
  @Text({ max: 10_000, optional: true }) result: string = '';
  @Whole(0, 100_000_000, open) reach: number | null = null;
  @Texts({ max: 500, length: 20, optional: true }) areaCodes: string[] = [];
}

class ReportedGoalDto {
  @Text({ min: 1, max: 500 }) indicator: string;
  @Decimal(-1e12, 1e12, open) outcome: number | null = null;
}

/** Any part of the report; a part that is sent replaces what was there. */
export class ReportEdit {
  @List(() => CostDto, { max: 1_000, optional: true }) costs?: CostDto[];
  @List(() => CoFinancingDto, { max: 500, optional: true }) coFinancing?: CoFinancingDto[];
  @List(() => ReportedActivityDto, { max: 100, optional: true }) activities?: ReportedActivityDto[];
  @List(() => ReportedGoalDto, { max: 500, optional: true }) goals?: ReportedGoalDto[];
  @Text({ max: 20_000, optional: true }) deviations?: string;
  @Text({ max: 20_000, optional: true }) lessons?: string;
}

export class ReportList extends PageQuery {
  @OneOf(REPORT_STATUSES, { optional: true }) status?: (typeof REPORT_STATUSES)[number];
  @QueryNumber(2000, 2100) year?: number;
  @Day({ optional: true }) dueBefore?: string;
  @Id({ optional: true }) organisationId?: string;
  @Id({ optional: true }) decisionId?: string;
}

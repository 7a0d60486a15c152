import { DECISION_OUTCOMES, DECISION_STATUSES, REQUESTERS, REVOCATION_GROUNDS } from '#core/decisions';
import { CoFinancingDto, CostDto } from '../applications/application.dto.js';
import { YearAmountDto } from '../calls/call.dto.js';
import {
  Day,
  Decimal,
  Id,
  Ids,
  List,
  OneOf,
  QueryNumber,
  Text,
  Texts,
  Whole,
  Words,
  Year,
} from '../http/fields.js';
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

/** What is to be otherwise: what is left out, a year too, stands as it was decided. */
export class AmendmentDto {
  @List(() => YearAmountDto, { max: 20, optional: true }) years: YearAmountDto[] = [];
  @Text({ min: 1, max: 20_000 }) reasons: string;
  @OneOf(REQUESTERS, { optional: true }) requestedBy: (typeof REQUESTERS)[number] = 'agency';
  @Texts({ max: 50, length: 2_000, optional: true }) conditions?: string[];
  @List(() => ReportDutyDto, { max: 40, optional: true }) reportsDue?: ReportDutyDto[];
  @List(() => InstalmentDto, { max: 100, optional: true }) instalments?: InstalmentDto[];
  /** The costs and co-financing that the new sums are part of, where they are stated anew. */
  @List(() => CostDto, { max: 500, optional: true }) costs?: CostDto[];
  @List(() => CoFinancingDto, { max: 500, optional: true }) coFinancing?: CoFinancingDto[];
}

export class RevocationDto {
  @Words(REVOCATION_GROUNDS, { min: 1 }) grounds: (typeof REVOCATION_GROUNDS)[number][];
  @Text({ min: 1, max: 20_000 }) reasons: string;
}

export class ReturnDto {
  @Text({ min: 1, max: 5_000 }) note: string;
}

export class ConfirmYearDto {
  @Year() year: number;
}

export class LapseYearDto {
  @Year() year: number;
  @Text({ min: 1, max: 5_000 }) reason: string;
}

/** Every decision that waits for the year, or some of them. */
export class ConfirmYearsDto {
  @Ids({ max: 1_000, optional: true }) decisionIds?: string[];
}

export const CONDITION_OUTCOMES = ['met', 'notMet'] as const;

export class ConditionDto {
  /** The condition's number, from 1. */
  @Whole(1, 50) condition: number;
  @OneOf(CONDITION_OUTCOMES) outcome: (typeof CONDITION_OUTCOMES)[number];
  @Text({ min: 1, max: 5_000 }) motive: string;
}

export class DecisionList extends PageQuery {
  @OneOf(DECISION_STATUSES, { optional: true }) status?: (typeof DECISION_STATUSES)[number];
  @OneOf(DECISION_OUTCOMES, { optional: true }) outcome?: (typeof DECISION_OUTCOMES)[number];
  @QueryNumber(2000, 2100) year?: number;
  @Id({ optional: true }) organisationId?: string;
  @Id({ optional: true }) applicationId?: string;
  @Day({ optional: true }) asOf?: string;
}

import {
  APPLICATION_STATUSES,
  CO_FINANCING_SOURCES,
  COST_KINDS,
  ORIENTATIONS,
  PRIORITY_AREAS,
  TARGET_GROUPS,
} from '#core/applications';
import { YearAmountDto } from '../calls/call.dto.js';
import {
  Day,
  Decimal,
  Email,
  Flag,
  Id,
  List,
  Nested,
  OneOf,
  QueryNumber,
  Text,
  Texts,
  Words,
  Year,
} from '../http/fields.js';
import { PageQuery } from '../http/page.query.js';

const optional = { optional: true };
const open = { optional: true, nullable: true };

class ContactDto {
  @Text({ max: 200, optional: true }) name: string = '';
  @Email(optional) email: string = '';
  @Text({ max: 50, optional: true }) phone: string = '';
}

class GoalDto {
  @Text({ max: 500 }) indicator: string;
  @Decimal(-1e12, 1e12, open) baseline: number | null = null;
  @Decimal(-1e12, 1e12, open) target: number | null = null;
  @Year(open) year: number | null = null;
}

export class ActivityDto {
  @Text({ max: 200 }) title: string;
  @Text({ max: 10_000, optional: true }) description: string = '';
  @OneOf(PRIORITY_AREAS, open) priorityArea: (typeof PRIORITY_AREAS)[number] | null = null;
  @OneOf(ORIENTATIONS, open) orientation: (typeof ORIENTATIONS)[number] | null = null;
  @Words(TARGET_GROUPS, optional) targetGroups: (typeof TARGET_GROUPS)[number][] = [];
  @Texts({ max: 500, length: 20, optional: true }) areaCodes: string[] = [];
  @Day(open) startsOn: string | null = null;
  @Day(open) endsOn: string | null = null;
  @List(() => GoalDto, { max: 50, optional: true }) goals: GoalDto[] = [];
}

export class CostDto extends YearAmountDto {
  @OneOf(COST_KINDS) kind: (typeof COST_KINDS)[number];
  @Text({ max: 1_000, optional: true }) note: string = '';
}

export class CoFinancingDto extends YearAmountDto {
  @OneOf(CO_FINANCING_SOURCES) source: (typeof CO_FINANCING_SOURCES)[number];
  @Text({ max: 200, optional: true }) funder: string = '';
}

class PartnerDto {
  @Text({ max: 20, optional: true }) organisationNumber: string = '';
  @Text({ min: 1, max: 200 }) name: string;
  @Text({ max: 1_000, optional: true }) role: string = '';
}

class FollowUpDto {
  @Text({ max: 10_000, optional: true }) plan: string = '';
  @Text({ max: 1_000, optional: true }) evaluator: string = '';
  @Text({ max: 10_000, optional: true }) continuation: string = '';
}

export class NewApplicationDto {
  @Id() callId: string;
}

/** Any part of the form; a part that is sent replaces what was there. */
export class ApplicationEdit {
  @Text({ max: 200, optional: true }) title?: string;
  @Text({ max: 10_000, optional: true }) summary?: string;
  @Nested(() => ContactDto, open) contact?: ContactDto | null;
  @List(() => ActivityDto, { max: 100, optional: true }) activities?: ActivityDto[];
  @List(() => CostDto, { max: 500, optional: true }) costs?: CostDto[];
  @List(() => YearAmountDto, { max: 20, optional: true }) requested?: YearAmountDto[];
  @List(() => CoFinancingDto, { max: 500, optional: true }) coFinancing?: CoFinancingDto[];
  @List(() => PartnerDto, { max: 100, optional: true }) partners?: PartnerDto[];
  @Nested(() => FollowUpDto, open) followUp?: FollowUpDto | null;
  @Flag(open) statutoryDuty?: boolean | null;
}

export class ApplicationList extends PageQuery {
  @OneOf(APPLICATION_STATUSES, optional) status?: (typeof APPLICATION_STATUSES)[number];
  @Id(optional) callId?: string;
  @Id(optional) organisationId?: string;
  /** `none`: nobody yet. */
  @Id({ words: ['none'], ...optional }) assignedTo?: string;
  @QueryNumber(2000, 2100) year?: number;
  @Text({ min: 1, max: 200, optional: true }) q?: string;
}

import { CALL_STATUSES, STEPS } from '#core/calls';
import { Amount, Day, List, OneOf, QueryFlag, QueryNumber, Text, Year, Years } from '../http/fields.js';
import { PageQuery } from '../http/page.query.js';

export class YearAmountDto {
  @Year() year: number;
  @Amount() amount: number;
}

export class NewCallDto {
  @Text({ min: 1, max: 100 }) programmeCode: string;
  @Text({ min: 1, max: 200 }) title: string;
  @Day() opensOn: string;
  @Day() closesOn: string;
  @OneOf(STEPS, { optional: true, nullable: true }) step: (typeof STEPS)[number] | null = null;
  @Years({ max: 20 }) years: number[];
  @List(() => YearAmountDto, { max: 20, optional: true }) budget: YearAmountDto[] = [];
  @Text({ min: 1, max: 50 }) appropriationCode: string;
}

export class CallList extends PageQuery {
  @OneOf(CALL_STATUSES, { optional: true }) status?: (typeof CALL_STATUSES)[number];
  @QueryNumber(2000, 2100) year?: number;
}

export class PublicCallList extends PageQuery {
  @QueryFlag() isOpen?: boolean;
  @Text({ min: 1, max: 100, optional: true }) programmeCode?: string;
}

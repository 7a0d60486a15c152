import { MAX_PORTIONS, RECOVERY_GROUND_CODES, RECOVERY_STATUSES } from '#core/recoveries';
import { YearAmountDto } from '../calls/call.dto.js';
import { Amount, Day, Decimal, Id, List, OneOf, QueryNumber, Text } from '../http/fields.js';
import { PageQuery } from '../http/page.query.js';

export class ClaimDto {
  @OneOf(RECOVERY_GROUND_CODES) grounds: (typeof RECOVERY_GROUND_CODES)[number];
  @Amount() amount: number;
  /** Of which years' money; the latest paid years where nothing is said. */
  @List(() => YearAmountDto, { min: 1, max: 20, optional: true }) years?: YearAmountDto[];
  @Text({ min: 1, max: 20_000 }) reasons: string;
}

export class NotifyDto {
  @Day() answerBy: string;
}

export class AnswerDto {
  @Text({ min: 1, max: 20_000 }) text: string;
}

export class ReasonsDto {
  @Text({ min: 1, max: 20_000 }) reasons: string;
}

export class DecideRecoveryDto {
  /** Thirty days from today where nothing is said. */
  @Day({ optional: true }) dueOn?: string;
  /** Why the time to answer is not waited for (förvaltningslagen 25 §). */
  @Text({ min: 1, max: 5_000, optional: true }) withoutAnswer?: string;
}

export class RegisterPaymentDto {
  @Amount() amount: number;
  @Day() paidOn: string;
  /** The bank's. */
  @Text({ min: 1, max: 140 }) reference: string;
}

export class PortionDto {
  @Day() dueOn: string;
  @Amount() amount: number;
}

export class PlanDto {
  @List(() => PortionDto, { min: 1, max: MAX_PORTIONS }) instalments: PortionDto[];
}

export class SetOffDto {
  /** As much as is owed and is to be paid, where nothing is said. */
  @Amount({ optional: true }) amount?: number;
}

export class RecoveryList extends PageQuery {
  @OneOf(RECOVERY_STATUSES, { optional: true }) status?: (typeof RECOVERY_STATUSES)[number];
  @Id({ optional: true }) organisationId?: string;
  @Id({ optional: true }) decisionId?: string;
  @QueryNumber(2000, 2100) year?: number;
}

export class ReferenceRateDto {
  /** 1 January or 1 July. */
  @Day() validFrom: string;
  /** In halves of a percent. */
  @Decimal(-10, 100) percent: number;
  @Text({ min: 1, max: 500 }) source: string;
}

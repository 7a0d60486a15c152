import { JUDGED_OUTCOMES } from '#core/applications';
import { Day, Id, List, OneOf, Text, Whole } from '../http/fields.js';

const INTERESTS = ['none', 'possible'] as const;

export class Assign {
  @Id() userId: string;
}

class CompletionItem {
  @Text({ min: 1, max: 2_000 }) text: string;
}

export class CompletionRequestDto {
  @List(() => CompletionItem, { min: 1, max: 50 }) items: CompletionItem[];
  @Day() dueOn: string;
}

/** `expectedOn`: when a decision can be expected. */
export class DelayDto {
  @Text({ min: 1, max: 5_000 }) reasons: string;
  @Day() expectedOn: string;
}

export class InterestDeclarationDto {
  @OneOf(INTERESTS) interest: (typeof INTERESTS)[number];
  @Text({ max: 2_000, optional: true }) note: string = '';
}

/** `path` where the finding has one. */
export class JudgementDto {
  @Text({ min: 1, max: 100 }) findingCode: string;
  @Text({ min: 1, max: 200, optional: true, nullable: true }) path: string | null = null;
  @OneOf(JUDGED_OUTCOMES) outcome: (typeof JUDGED_OUTCOMES)[number];
  @Text({ min: 1, max: 5_000 }) motive: string;
}

export class CriterionDto {
  @Text({ min: 1, max: 100 }) code: string;
  @Whole(0, 4) score: number;
  @Text({ max: 5_000, optional: true }) motive: string = '';
}

export class AssessmentDto {
  @List(() => CriterionDto, { min: 1, max: 50 }) criteria: CriterionDto[];
}

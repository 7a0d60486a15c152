import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { Outcome, Verdict } from '#domain/shared/finding';

/**
 * What a wording's rules about recipients said of one organisation, on the measures of one year. The lists have an
 * entry for each threshold of the wording, in its order; they are empty where it has none, and `values` and `zScores`
 * hold nothing for a region or an association, which is judged by its municipalities: `metBy` names those that met it.
 */
@Entity('eligibility_assessments')
@Check('eligibility_assessments_verdict', `verdict IN ('eligible', 'notEligible', 'needsJudgement')`)
export class EligibilityAssessment {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'eligibility_assessments_pk' }) recomputationId: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'eligibility_assessments_pk' }) number: number;
  @Column('text') programmeCode: string;
  @Column('date') wordingFrom: string;
  @Column('uuid') organisationId: string;
  /** `null` where the wording asks for no measure, or no measure has values. */
  @Column('integer', { nullable: true }) measureYear: number | null;
  @Column('text') verdict: Verdict;
  /** Outcome by code of every rule about the recipient but the threshold, and of that one as a whole. */
  @Column('jsonb') rules: Record<string, Outcome>;
  @Column('text', { array: true }) measures: string[];
  /** Standard deviations above the mean. */
  @Column('double precision', { array: true }) factors: number[];
  @Column('text', { array: true }) deviations: string[];
  @Column('double precision', { array: true }) values: (number | null)[];
  @Column('double precision', { array: true }) zScores: (number | null)[];
  @Column('text', { array: true }) outcomes: Outcome[];
  @Column('text', { array: true }) metBy: string[];
}

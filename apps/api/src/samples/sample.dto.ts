import { PROOFS, type Proof } from '#core/reports';
import { Id, Nested, QueryNumber, Text, Whole, Words, Year } from '../http/fields.js';
import { PageQuery } from '../http/page.query.js';

const weight = { optional: true };

/** What is left out weighs as it usually does. `base` keeps everything possible to draw. */
export class RiskWeightsDto {
  @Whole(1, 100, weight) base?: number;
  @Whole(0, 100, weight) sum?: number;
  @Whole(0, 100, weight) share?: number;
  @Whole(0, 100, weight) firstTime?: number;
  @Whole(0, 100, weight) late?: number;
  @Whole(0, 100, weight) deviations?: number;
}

/** Among the reports of a year, of a call or of a programme. */
export class NewSampleDto {
  @Id({ optional: true }) callId?: string;
  @Text({ min: 1, max: 100, optional: true }) programmeCode?: string;
  @Year() year: number;
  @Whole(1, 10_000) size: number;
  /** Medel makes one where it is left out. */
  @Text({ min: 1, max: 128, optional: true }) seed?: string;
  @Nested(() => RiskWeightsDto, { optional: true }) weights?: RiskWeightsDto;
  /** What is asked of those that are drawn; everything where it is left out. */
  @Words(PROOFS, { min: 1, optional: true }) proofs?: Proof[];
}

export class SampleList extends PageQuery {
  @Id({ optional: true }) callId?: string;
  @QueryNumber(2000, 2100) year?: number;
}

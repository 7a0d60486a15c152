import { Citation, OUTCOMES } from './finding.view.js';
import { a, many, maybe, oneOf, open, orNull, Shows, text } from './view-fields.js';

/** One thing that is wrong: a field, or a rule that is not met. */
class ProblemFinding {
  @Shows(text) code: string;
  @Shows(text) detail: string;
  @Shows(maybe(text)) path?: string;
  @Shows(maybe(oneOf(OUTCOMES))) outcome?: (typeof OUTCOMES)[number];
  @Shows(maybe(orNull(a(Citation)))) citation?: Citation | null;
  @Shows(maybe(open)) data?: object;
}

/** `application/problem+json` (RFC 9457). */
export class Problem {
  @Shows(text) type: string;
  @Shows(text) title: string;
  @Shows({ type: 'integer', minimum: 400, maximum: 599 }) status: number;
  @Shows(text) code: string;
  @Shows(text) detail: string;
  @Shows(maybe(open)) data?: object;
  @Shows(maybe(many(ProblemFinding))) findings?: ProblemFinding[];
  @Shows(text) requestId: string;
}

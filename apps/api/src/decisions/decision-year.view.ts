import { a, count, id, kronor, many, oneOf, open, orNull, Shows, text, year } from '../http/view-fields.js';
import { OrganisationRef } from '../organisations/organisation.view.js';

const OUTCOMES = ['confirmed', 'refused'] as const;

/** What became of a decision's year; where it was refused, the code and findings that it alone would have been answered. */
class YearOutcomeView {
  @Shows(id) decisionId: string;
  @Shows(id) applicationId: string;
  @Shows(text) registryNumber: string;
  @Shows(a(OrganisationRef)) organisation: OrganisationRef;
  @Shows(kronor) amount: number;
  @Shows(oneOf(OUTCOMES)) outcome: (typeof OUTCOMES)[number];
  @Shows(orNull(text)) code: string | null;
  @Shows(open) data: object;
  @Shows(many(open)) findings: object[];
}

class YearSum {
  @Shows(count) count: number;
  @Shows(kronor) amount: number;
}

export class YearsConfirmedView {
  @Shows(id) appropriationId: string;
  @Shows(year) year: number;
  @Shows(many(YearOutcomeView)) items: YearOutcomeView[];
  @Shows(a(YearSum)) confirmed: YearSum;
  @Shows(a(YearSum)) refused: YearSum;
}

import { Amount, Day, Id, QueryNumber, Text, Year } from '../http/fields.js';
import { PageQuery } from '../http/page.query.js';

export class NewAppropriationDto {
  @Text({ min: 1, max: 50 }) code: string;
  @Text({ min: 1, max: 200 }) name: string;
  @Year() year: number;
  @Amount() amount: number;
  @Amount({ optional: true }) commitmentLimit: number = 0;
}

/** What the appropriation and its limit are to be from now on; a sum that is left out stays as it is. */
export class NewAmendmentDto {
  @Text({ min: 1, max: 100 }) letterReference: string;
  @Day() decidedOn: string;
  @Text({ min: 1, max: 5_000 }) reason: string;
  @Amount({ optional: true }) amount?: number;
  @Amount({ optional: true }) commitmentLimit?: number;
}

/** What goes from this year's appropriation to the next year's. */
export class CarryOverDto {
  @Amount() amount: number;
  @Text({ min: 1, max: 100 }) letterReference: string;
  @Day() decidedOn: string;
  @Text({ min: 1, max: 5_000 }) reason: string;
}

export class AmendmentParam {
  @Id() id: string;
  @Id() amendmentId: string;
}

export class AppropriationList extends PageQuery {
  @QueryNumber(2000, 2100) year?: number;
  @Text({ min: 1, max: 50, optional: true }) code?: string;
  @Day({ optional: true }) asOf?: string;
}

/** `year` and the page choose among the entries; the balances are of them all, up to `asOf`. */
export class LedgerQuery {
  @Day({ optional: true }) asOf?: string;
  @QueryNumber(2000, 2100) year?: number;
  @QueryNumber(1, 10_000) limit: number = 10_000;
  @Text({ min: 1, max: 15, optional: true }) cursor?: string;
}

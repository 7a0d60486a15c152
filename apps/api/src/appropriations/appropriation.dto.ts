import { Amount, QueryNumber, Text, Year } from '../http/fields.js';
import { PageQuery } from '../http/page.query.js';

export class NewAppropriationDto {
  @Text({ min: 1, max: 50 }) code: string;
  @Text({ min: 1, max: 200 }) name: string;
  @Year() year: number;
  @Amount() amount: number;
  @Amount({ optional: true }) commitmentLimit: number = 0;
}

export class AppropriationList extends PageQuery {
  @QueryNumber(2000, 2100) year?: number;
}

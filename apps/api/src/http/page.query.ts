import { QueryNumber, Text } from './fields.js';

/** `?limit=50&cursor=…&sort=-field` on every list. */
export class PageQuery {
  @QueryNumber(1, 200) limit: number = 50;
  @Text({ min: 1, max: 1_000, optional: true }) cursor?: string;
  @Text({ min: 1, max: 50, optional: true }) sort?: string;
}

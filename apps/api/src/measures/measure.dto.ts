import { Day, QueryNumber, Text } from '../http/fields.js';

export class MeasureParam {
  @Text({ min: 1, max: 100 }) code: string;
}

export class ValuesQuery {
  @QueryNumber(1900, 2100) year?: number;
  @Day({ optional: true }) asOf?: string;
}

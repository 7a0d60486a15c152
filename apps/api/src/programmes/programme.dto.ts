import { Text } from '../http/fields.js';

export class ProgrammeParam {
  @Text({ min: 1, max: 100 }) code: string;
}

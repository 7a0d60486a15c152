import { Id } from './fields.js';

export class IdParam {
  @Id() id: string;
}

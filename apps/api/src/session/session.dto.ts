import { Email, Text } from '../http/fields.js';

export class Credentials {
  @Email() email: string;
  @Text({ min: 1, max: 1_000 }) password: string;
}

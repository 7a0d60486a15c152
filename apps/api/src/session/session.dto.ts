import { Email, Text } from '../http/fields.js';
import { Password } from '../http/password-field.js';

export class Credentials {
  @Email() email: string;
  @Text({ min: 1, max: 1_000 }) password: string;
}

export class PasswordChange {
  @Text({ min: 1, max: 1_000 }) currentPassword: string;
  @Password() newPassword: string;
}

export class ProviderChoiceDto {
  @Text({ min: 1, max: 40 }) provider: string;
}

/** `answer`: the query of the address that the browser came back to. */
export class ProviderAnswerDto {
  @Text({ min: 1, max: 8_000 }) answer: string;
}

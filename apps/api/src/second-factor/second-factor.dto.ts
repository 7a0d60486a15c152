import { Text } from '../http/fields.js';
import { JsonObject } from '../http/form-fields.js';

/** Six digits of an authenticator app, or a recovery code. */
export class CodeDto {
  @Text({ min: 6, max: 40 }) code: string;
}

/** What the browser answered (`PublicKeyCredential.toJSON()`). */
export class PasskeyDto {
  @JsonObject() passkey: Record<string, unknown>;
}

export class NewTotpDto {
  @Text({ min: 1, max: 100 }) name: string;
  @Text({ min: 6, max: 10 }) code: string;
}

export class NewPasskeyDto extends PasskeyDto {
  @Text({ min: 1, max: 100 }) name: string;
}

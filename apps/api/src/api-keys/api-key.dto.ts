import { KEY_SCOPES, type KeyScope } from '#core/vocabulary';
import { Day, Text, Words } from '../http/fields.js';

/** `expiresOn`: the last day on which it is good, within a year. `scopes`: what you may do yourself, or less. */
export class NewApiKeyDto {
  @Text({ min: 1, max: 100 }) name: string;
  @Words(KEY_SCOPES, { min: 1 }) scopes: KeyScope[];
  @Day() expiresOn: string;
}

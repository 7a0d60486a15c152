// The edges know no rule, but they must know an amount and a day when they see one.
export { KEY_SCOPES, type KeyScope } from '#domain/access/api-key';
export { ROLES } from '#domain/access/actor';
export { PASSWORD_LENGTH, passwordLength } from '#domain/access/password';
export { SECOND_FACTOR_STATES } from '#domain/access/second-factor';
export { isLocalDate } from '#domain/shared/local-date';
export { isKronor, MAX_KRONOR } from '#domain/shared/money';
export { isStreamSafe, NFC_PARTS, toNfc } from '#domain/shared/nfc';
export { RECIPIENT_KINDS } from '#domain/regulations/index';

export { knownDevice, newDevice } from './device-cookie.js';
export { whyGuessable } from './password-strength.js';
export { Passwords } from './passwords.js';
export { hashRecoveryCode, newRecoveryCodes } from './recovery-codes.js';
export { SecretBox } from './secret-box.js';
export { hashToken, isApiKey, newApiKey, newSessionToken } from './session-token.js';
export { AuthModule } from './auth.module.js';

export { LANGUAGES, preferredLanguage, type Language } from './language.js';
export { findingText, hasText, text, type TextCode, type Told } from './text.js';

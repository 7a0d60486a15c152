export { letterBlock, type BlockName } from './letters/blocks.js';
export { LANGUAGES, preferredLanguage, type Language } from './language.js';
export { findingText, hasText, money, share, text, type TextCode, type Told } from './text.js';

import { provide } from './dictionaries.js';
import { en } from './en/index.js';
import { sv } from './sv/index.js';

provide('sv', sv);
provide('en', en);

export { codesIn, hasText, type TextCode } from './dictionaries.js';
export { headingCode } from './headings.js';
export { letterBlock, type BlockName } from './letters/blocks.js';
export { LANGUAGES, preferredLanguage, type Language } from './language.js';
export { findingText, money, share, text, type Told } from './text.js';

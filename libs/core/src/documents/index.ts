export { LETTER_KINDS, type LetterKind } from '#domain/documents/letter-kind';
export { DocumentsModule } from './documents.module.js';
export { FormService } from './form.service.js';
export { Letter } from './letter.entity.js';
export { LetterFiles } from './letter.files.js';
export { LetterMaker } from './letter.maker.js';
export { LETTER_ORDERED, LetterOrders } from './letter.orders.js';
export { LETTER_STATUSES, LetterQueries, type LetterFilter } from './letter.queries.js';
export { VerificationQueries } from './verification.queries.js';

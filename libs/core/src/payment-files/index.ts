export { SETTLEMENT_OUTCOMES } from '#domain/payments/bank/match-settlement';
export { MAX_LINES } from '#domain/payments/bank/payment-order';
export { NOTICE_KINDS } from '#domain/payments/bank/settlement-notice';
export { PaymentFile } from './payment-file.entity.js';
export { PAYMENT_FILE_STATUSES, PaymentFileQueries, type PaymentFileFilter } from './payment-file.queries.js';
export { PAYMENT_FILE_REQUESTED, PaymentFileService } from './payment-file.service.js';
export { PaymentFilesModule } from './payment-files.module.js';
export { SettlementService } from './settlement.service.js';

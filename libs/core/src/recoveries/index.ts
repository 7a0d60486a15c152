export { FIRST_RECORDED_HALF_YEAR } from '#domain/recoveries/reference-rates';
export { MAX_PORTIONS } from '#domain/recoveries/instalment-plan';
export { recoveryLifecycle } from '#domain/recoveries/recovery.lifecycle';
export { CollectionService, type RegisteredPayment } from './collection.service.js';
export { RecoveriesModule } from './recoveries.module.js';
export { RecoveryLedgerQueries } from './recovery-ledger.queries.js';
export { Recovery } from './recovery.entity.js';
export {
  RECOVERY_GROUND_CODES,
  RECOVERY_STATUSES,
  RecoveryQueries,
  type RecoveryFilter,
} from './recovery.queries.js';
export { RecoveryService, type Claim } from './recovery.service.js';
export { ReturnedMoney } from './returned-money.service.js';
export { SetOffService } from './set-off.service.js';
export { ReferenceRateService, type NewReferenceRate } from './reference-rate.service.js';

export { ACCOUNT_KINDS } from '#domain/payments/accounts/account';
export { PayeeAccount } from './payee-account.entity.js';
export {
  PAYEE_ACCOUNT_STATUSES,
  PayeeAccountQueries,
  type PayeeAccountFilter,
} from './payee-account.queries.js';
export { PayeeAccountRepository, type UsableAccount } from './payee-account.repository.js';
export { PayeeAccountService } from './payee-account.service.js';
export { PayeeAccountsModule } from './payee-accounts.module.js';

export {
  DEMO_AGENCY,
  DEMO_LIMITS,
  DEMO_PAYER,
  loadConfig,
  type AgencyConfig,
  type Config,
  type PayerConfig,
  type RequestLimitConfig,
  type ScannerConfig,
} from './config.js';
export { CONFIG, ConfigModule } from './config.module.js';
export type { ProviderConfig } from './identity-providers.js';

export {
  DEMO_AGENCY,
  DEMO_PAYER,
  loadConfig,
  type AgencyConfig,
  type Config,
  type PayerConfig,
} from './config.js';
export { CONFIG, ConfigModule } from './config.module.js';

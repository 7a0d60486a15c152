export { DEMO_PAYER, loadConfig, type Config, type PayerConfig } from './config.js';
export { CONFIG, ConfigModule } from './config.module.js';

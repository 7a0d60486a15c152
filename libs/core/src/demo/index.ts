export { ACCOUNTS, DEMO_PASSWORD, demoAccounts, emailOf } from './accounts.js';
export { contentOf } from './demo-content.js';
export { DemoModule } from './demo.module.js';
export { DemoPeople } from './demo-people.service.js';
export { DemoSeed } from './demo.seed.js';
export { SeedClock } from './seed-clock.js';

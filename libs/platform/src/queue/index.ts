export { Queues, type JobData, type JobHandler } from './queues.js';
export { QueueModule } from './queue.module.js';

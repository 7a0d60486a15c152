export { Outbox } from './outbox.js';
export { OutboxModule } from './outbox.module.js';
export { OutboxQueries } from './outbox.queries.js';
export { OutboxRelay } from './outbox-relay.js';
export { defineTopic, definedTopics, type Topic } from './topic.js';
export { isUnderWay } from './under-way.js';

export { paymentLifecycle } from '#domain/payments/payment.lifecycle';
export { PAYMENT_STATUSES } from './payment.queries.js';
export { ConditionJudgement } from './condition-judgement.entity.js';
export { Payment } from './payment.entity.js';
export { PaymentExecution } from './payment-execution.service.js';
export { PaymentQueries, type PaymentFilter } from './payment.queries.js';
export { PaymentRepository } from './payment.repository.js';
export { heldBackFinding, PaymentService, type PayableDecision } from './payment.service.js';
export { PaymentsModule } from './payments.module.js';

export { DECISION_OUTCOMES } from '#domain/decisions/proposal';
export { decisionLifecycle } from '#domain/decisions/decision.lifecycle';
export { DECISION_STATUSES, DECISION_YEAR_STATUSES } from './decision.queries.js';
export { DecisionYear } from './decision-year.entity.js';
export { Decision } from './decision.entity.js';
export { DecisionQueries, type DecisionFilter } from './decision.queries.js';
export { DecisionService } from './decision.service.js';
export { DecisionsModule } from './decisions.module.js';
export { ProposalService } from './proposal.service.js';

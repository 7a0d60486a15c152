export { proofDemanded, stateOf } from './demand-proof.js';
export type { PasskeyAnswer } from './passkeys.js';
export { ProofService } from './proof.service.js';
export { SecondFactorModule } from './second-factor.module.js';
export { SecondFactorQueries } from './second-factor.queries.js';
export { SecondFactorService } from './second-factor.service.js';

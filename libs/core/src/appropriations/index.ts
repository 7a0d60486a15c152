export { AppropriationAmendment } from './appropriation-amendment.entity.js';
export { AppropriationAmendmentService, type AmendedLetter } from './appropriation-amendment.service.js';
export { Appropriation } from './appropriation.entity.js';
export { AppropriationQueries } from './appropriation.queries.js';
export { AppropriationRepository } from './appropriation.repository.js';
export { AppropriationService, type NewAppropriation } from './appropriation.service.js';
export { AppropriationsModule } from './appropriations.module.js';
export { CarryOverService, type CarriedMoney } from './carry-over.service.js';
export { Ledger } from './ledger.js';

export { OrganisationMember } from './organisation-member.entity.js';
export { Organisation, type SizeClass } from './organisation.entity.js';
export { organisationJson, OrganisationQueries, type OrganisationFilter } from './organisation.queries.js';
export { OrganisationRepository } from './organisation.repository.js';
export { OrganisationsModule } from './organisations.module.js';

export { isEmpty } from '#domain/applications/eligibility';

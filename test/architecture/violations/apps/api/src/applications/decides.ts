// breaks: edges-take-types-of-the-domain
export { isEmpty } from '#domain/applications/eligibility';

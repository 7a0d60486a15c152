// breaks: platform-knows-no-grants
export { isEmpty } from '#domain/applications/eligibility';

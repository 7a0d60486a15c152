// breaks: web-speaks-http
export { ApplicationService } from '#core/applications';

export { ApplicationService } from '#core/applications';

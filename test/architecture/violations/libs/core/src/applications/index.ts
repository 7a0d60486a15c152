export { ApplicationService } from './application.service.js';

// breaks: core-feature-through-index
export { Application } from '../applications/application.entity.js';

// breaks: edges-take-features-through-index, libraries-by-their-name
export { Application } from '../../../../libs/core/src/applications/application.entity.js';

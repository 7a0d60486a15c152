export { authorise } from './authorise.js';
export { actionsJson, caseActionsJson } from './actions.js';
export { expectVersion } from './expect-version.js';
export { SYSTEM } from './system.js';

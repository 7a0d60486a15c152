export { Transition, type Versioned } from './transition.js';
export { TransitionModule } from './transition.module.js';

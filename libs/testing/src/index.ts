export { Client, type Answer, type Any } from './client.js';
export { expectCoherent } from './coherence.js';
export { completeForm, completeReport } from './form.js';
export { Medel, type MedelOptions } from './medel.js';

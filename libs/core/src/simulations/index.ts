export { AllocationService } from './allocation.service.js';
export { AMONG, type Among } from './simulation.js';
export { SimulationService } from './simulation.service.js';
export { SimulationsModule } from './simulations.module.js';

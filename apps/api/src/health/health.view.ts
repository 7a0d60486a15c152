import { oneOf, Shows } from '../http/view-fields.js';

export class Liveness {
  @Shows(oneOf(['live'])) status: 'live';
}

export class Readiness {
  @Shows(oneOf(['ready'])) status: 'ready';
  @Shows(oneOf(['up'])) database: 'up';
}

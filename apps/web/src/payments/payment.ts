import type { Schemas } from '../api/client.js';

export type Payment = Schemas['PaymentView'];

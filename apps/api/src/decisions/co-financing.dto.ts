import { CO_FINANCING_SOURCES } from '#core/applications';
import { PROOF_KINDS } from '#core/decisions';
import { Amount, OneOf, Text, Year } from '../http/fields.js';

/** Proof of co-financing that was reported. The same reference of a year and source again replaces what it said; 0 takes it away. */
export class ProofDto {
  @Year() year: number;
  @OneOf(CO_FINANCING_SOURCES) source: (typeof CO_FINANCING_SOURCES)[number];
  @Amount() amount: number;
  @OneOf(PROOF_KINDS) kind: (typeof PROOF_KINDS)[number];
  @Text({ min: 1, max: 500 }) reference: string;
}

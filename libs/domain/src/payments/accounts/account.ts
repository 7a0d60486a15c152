import { isBic } from './bic.js';
import { isBankgiro, isPlusgiro } from './giro.js';
import { isIban } from './iban.js';

export const ACCOUNT_KINDS = ['bankgiro', 'plusgiro', 'iban'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/** Where money is sent. `number` as `normaliseAccount` writes it. */
export interface Account {
  kind: AccountKind;
  number: string;
  /** Of an IBAN's bank; `null` for a giro number, and where an IBAN does without. */
  bic: string | null;
}

/** What is wrong with an account as it was typed. */
export interface AccountProblem {
  code: 'notBankgiro' | 'notPlusgiro' | 'notIban' | 'notBic' | 'bicOfOtherCountry' | 'bicWithGiro';
  path: 'number' | 'bic';
}

/** The number without what people write for their eyes: blanks and hyphens. Letters as capitals. */
export function normaliseAccount({ kind, number, bic }: Account): Account {
  const bare = number.replace(/[\s-]/g, '').toUpperCase();
  return { kind, number: bare, bic: bic === null ? null : bic.replace(/\s/g, '').toUpperCase() || null };
}

/**
 * Everything that is wrong with an account, its check digits among it; nothing where money can be sent to it. Whether it
 * exists and whose it is, only its bank knows: that is what the second person asks.
 */
export function checkAccount({ kind, number, bic }: Account): AccountProblem[] {
  switch (kind) {
    case 'bankgiro':
      return [...(isBankgiro(number) ? [] : [wrong('notBankgiro')]), ...withoutBic(bic)];
    case 'plusgiro':
      return [...(isPlusgiro(number) ? [] : [wrong('notPlusgiro')]), ...withoutBic(bic)];
    case 'iban':
      return [...(isIban(number) ? [] : [wrong('notIban')]), ...bicProblems(bic, number)];
  }
}

/** As people write it: `5050-1055`, `481619-0`, an IBAN in groups of four. */
export function formatAccount({ kind, number }: Account): string {
  if (kind === 'iban') return number.replace(/(.{4})(?=.)/g, '$1 ');
  const tail = kind === 'bankgiro' ? 4 : 1;
  return `${number.slice(0, -tail)}-${number.slice(-tail)}`;
}

const wrong = (code: AccountProblem['code'], path: AccountProblem['path'] = 'number'): AccountProblem => ({
  code,
  path,
});

const withoutBic = (bic: string | null): AccountProblem[] =>
  bic === null ? [] : [wrong('bicWithGiro', 'bic')];

function bicProblems(bic: string | null, iban: string): AccountProblem[] {
  if (bic === null) return [];
  if (!isBic(bic)) return [wrong('notBic', 'bic')];
  return bic.slice(4, 6) === iban.slice(0, 2) ? [] : [wrong('bicOfOtherCountry', 'bic')];
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { withCheckDigits } from '#domain/payments/accounts/iban';
import { PayeeAccountService } from '#core/payee-accounts';
import { accountsOf } from './accounts.js';
import { DemoQueries } from './demo.queries.js';
import { momentOf, SeedClock } from './seed-clock.js';

interface Cast {
  actor(name: string): Actor;
  organisation(key: string): { id: string };
}

/** No Swedish bank has this number: an account of the demo is nobody's. */
const NO_BANK = '999';
/** Before the first of the demo's payments. */
const OPENED = momentOf('2025-01-07', 0);

/** Gives the demo's recipients accounts to be paid to, proposed by their own and approved by the agency's finance officer. */
@Injectable()
export class DemoBank {
  constructor(
    private readonly queries: DemoQueries,
    private readonly accounts: PayeeAccountService,
    private readonly clock: SeedClock,
  ) {}

  /** Those that have one, or have one proposed, are left as they are. */
  async open(keys: readonly string[], { actor, organisation }: Cast): Promise<void> {
    const known = await this.queries.organisationsWithAccount();
    const missing = [...new Set(keys)].filter((key) => !known.has(organisation(key).id));
    this.clock.stand(OPENED);
    try {
      for (const key of missing) {
        const proposer = actor(accountsOf(key).signatory);
        const number = withCheckDigits('SE', `${NO_BANK}${numberOf(key).padStart(17, '0')}`);
        const proposal = { kind: 'iban' as const, number, bic: null, reason: 'Demo: första kontot' };
        const { id } = await this.accounts.propose(proposer, proposal);
        await this.accounts.approve(actor('ekonomi'), id);
      }
    } finally {
      this.clock.release();
    }
  }
}

/** The code of a municipality or region; of an example, a number made of its letters. */
function numberOf(key: string): string {
  if (/^\d+$/.test(key)) return key;
  return [...key].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 1_000_000_007, 7).toString();
}

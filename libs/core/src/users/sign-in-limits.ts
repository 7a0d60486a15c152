import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config';
import { AttemptLimits, networkOf, type AttemptLimit, type Counted } from '#platform/limits';

const QUARTER = 15 * 60;
const HOUR = 60 * 60;

/** Who tries to sign in, and to what. */
export interface SignInAttempt {
  email: string;
  address: string;
  /** The browser, where the account knows it from before. */
  device: string | undefined;
}

/**
 * How many wrong passwords are borne. A browser that the account knows is counted by itself, so that nobody else can shut
 * its owner out; all other browsers are counted together: by account and address, by address, and by account. Whether there
 * is such an account makes no difference.
 */
@Injectable()
export class SignInLimits {
  private readonly client: AttemptLimit;
  private readonly address: AttemptLimit;
  private readonly account: AttemptLimit;

  constructor(
    private readonly attempts: AttemptLimits,
    @Inject(CONFIG) { limits }: Config,
  ) {
    this.client = { name: 'client', most: limits.failuresPerClient, seconds: QUARTER };
    this.address = { name: 'address', most: limits.failuresPerAddress, seconds: HOUR };
    this.account = { name: 'account', most: limits.failuresPerAccount, seconds: HOUR };
  }

  /** Tries to sign in; what is tried answers whether it succeeded. */
  signIn(attempt: SignInAttempt, work: () => Promise<boolean>): Promise<boolean> {
    return this.attempts.during(this.countsOf(attempt), work);
  }

  /** Asks who is signed in for their own password: a session that was left open must not be a way to guess it. */
  confirm(userId: string, work: () => Promise<boolean>): Promise<boolean> {
    return this.attempts.during([{ limit: this.client, of: `own ${userId}` }], work);
  }

  private countsOf({ email, address, device }: SignInAttempt): Counted[] {
    if (device !== undefined) return [{ limit: this.client, of: `device ${email} ${device}` }];
    const network = networkOf(address);
    return [
      { limit: this.address, of: network },
      { limit: this.client, of: `pair ${email} ${network}` },
      { limit: this.account, of: email },
    ];
  }
}

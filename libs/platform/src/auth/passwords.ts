import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { toNfc } from '#domain/shared/nfc';
import { Turns } from '#platform/limits';

/** Argon2id with 19 MiB and two passes (OWASP's first choice); a hash takes about 20 ms of one core. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const MOST = { atOnce: 2, waiting: 200 };

/**
 * A password is the same in whatever form the keyboard sends its characters: NFC.
 * Hashing is bounded: a crowd at the door waits its turn, and beyond that is told to come back.
 */
@Injectable()
export class Passwords {
  private readonly turns = new Turns(MOST);

  hash(password: string): Promise<string> {
    return this.turns.take(() => hash(toNfc(password), COST));
  }

  /** Takes as long for an unknown user (`null`), or one without a password, as for others: time tells of no account. */
  async verify(passwordHash: string | null, password: string): Promise<boolean> {
    const known = passwordHash?.startsWith('$argon2') ? passwordHash : null;
    const matches = await this.turns.take(() => verify(known ?? NOBODY, toNfc(password)).catch(() => false));
    return matches && known !== null;
  }
}

/** The hash of a random string that was thrown away. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRmb3Jub2JvZHk$6c1pHCfmP3Qn0m3kmzZwO1jH0y1vY1o8b3gk2pVYJ6E';

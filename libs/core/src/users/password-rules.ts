import { Inject, Injectable } from '@nestjs/common';
import { whyGuessable } from '#platform/auth';
import { CONFIG, type Config } from '#platform/config';
import { Invalid } from '#platform/errors';

/** Whose password it is to be. */
export interface PasswordOwner {
  email: string;
  name: string;
  organisation: string | null;
}

/** What a password must not be, besides too short: one that is known, or what anybody would guess of its owner. */
@Injectable()
export class PasswordRules {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  refuseWeak(password: string, { email, name, organisation }: PasswordOwner, path: string): void {
    const about = [
      email,
      name,
      organisation,
      this.config.agency?.name,
      new URL(this.config.publicOrigin).hostname,
    ];
    const code = whyGuessable(
      password,
      about.filter((word) => word !== null && word !== undefined),
    );
    if (code) throw new Invalid([{ code, path }]);
  }
}

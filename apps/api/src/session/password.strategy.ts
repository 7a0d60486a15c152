import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import { SessionService, type SessionUser } from '#core/users';

/** Address and password. Another way in is another strategy beside this one. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'password') {
  constructor(private readonly sessions: SessionService) {
    super({ usernameField: 'email' });
  }

  validate(email: string, password: string): Promise<SessionUser> {
    return this.sessions.verify(email, password);
  }
}

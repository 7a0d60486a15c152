import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import type { FastifyRequest } from 'fastify';
import { SessionService, type VerifiedUser } from '#core/users';
import { deviceCookieOf } from './device-cookie.js';

/** Address and password. Another way in is another strategy beside this one. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'password') {
  constructor(private readonly sessions: SessionService) {
    super({ usernameField: 'email', passReqToCallback: true });
  }

  validate(request: FastifyRequest, email: string, password: string): Promise<VerifiedUser> {
    const deviceCookie = request.cookies[deviceCookieOf(email)];
    return this.sessions.verify({ email, password }, { address: request.ip, deviceCookie });
  }
}

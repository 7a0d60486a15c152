import { Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { UsersModule } from '#core/users';
import { PasswordStrategy } from './password.strategy.js';
import { OwnAccountController } from './own-account.controller.js';
import { SessionController } from './session.controller.js';

@Module({
  imports: [PassportModule, UsersModule],
  controllers: [OwnAccountController, SessionController],
  providers: [PasswordStrategy],
})
export class SessionModule {}

import { Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { UsersModule } from '#core/users';
import { PasswordStrategy } from './password.strategy.js';
import { SessionController } from './session.controller.js';

@Module({
  imports: [PassportModule, UsersModule],
  controllers: [SessionController],
  providers: [PasswordStrategy],
})
export class SessionModule {}

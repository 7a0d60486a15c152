import { Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { IdentityProvidersModule } from '#core/identity-providers';
import { UsersModule } from '#core/users';
import { PasswordStrategy } from './password.strategy.js';
import { OwnAccountController } from './own-account.controller.js';
import { ProviderSignInController } from './provider-sign-in.controller.js';
import { SessionController } from './session.controller.js';

@Module({
  imports: [IdentityProvidersModule, PassportModule, UsersModule],
  controllers: [OwnAccountController, ProviderSignInController, SessionController],
  providers: [PasswordStrategy],
})
export class SessionModule {}

import { Module } from '@nestjs/common';
import { UsersModule } from '#core/users';
import { IdentityProviders } from './identity-providers.js';
import { IdentityRepository } from './identity.repository.js';
import { ProviderSignInService } from './provider-sign-in.service.js';

@Module({
  imports: [UsersModule],
  providers: [IdentityProviders, IdentityRepository, ProviderSignInService],
  exports: [ProviderSignInService],
})
export class IdentityProvidersModule {}

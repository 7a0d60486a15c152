export { IdentityProvidersModule } from './identity-providers.module.js';
export { ProviderSignInService } from './provider-sign-in.service.js';

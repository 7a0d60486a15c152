import { Module } from '@nestjs/common';
import { UsersModule } from '#core/users';
import { Passkeys } from './passkeys.js';
import { ProofService } from './proof.service.js';
import { SecondFactorQueries } from './second-factor.queries.js';
import { SecondFactorRepository } from './second-factor.repository.js';
import { SecondFactorService } from './second-factor.service.js';

@Module({
  imports: [UsersModule],
  providers: [Passkeys, ProofService, SecondFactorQueries, SecondFactorRepository, SecondFactorService],
  exports: [ProofService, SecondFactorQueries, SecondFactorService],
})
export class SecondFactorModule {}

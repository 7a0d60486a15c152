import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SessionCache } from './session-cache.js';
import { SessionRepository } from './session.repository.js';
import { SessionService } from './session.service.js';
import { User } from './user.entity.js';
import { UserRepository } from './user.repository.js';

@Module({
  imports: [TypeOrmModule.forFeature([User])],
  providers: [SessionCache, SessionRepository, SessionService, UserRepository],
  exports: [SessionService, UserRepository],
})
export class UsersModule {}

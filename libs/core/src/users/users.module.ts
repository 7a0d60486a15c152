import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountRepository } from './account.repository.js';
import { AccountService } from './account.service.js';
import { ColleagueQueries } from './colleague.queries.js';
import { OwnAccountService } from './own-account.service.js';
import { OwnSessionRepository } from './own-session.repository.js';
import { PasswordRules } from './password-rules.js';
import { PersonalDataRepository } from './personal-data.repository.js';
import { PersonalDataService } from './personal-data.service.js';
import { SessionCache } from './session-cache.js';
import { SessionRepository } from './session.repository.js';
import { SessionService } from './session.service.js';
import { SignInLimits } from './sign-in-limits.js';
import { User } from './user.entity.js';
import { UserQueries } from './user.queries.js';
import { UserRepository } from './user.repository.js';

@Module({
  imports: [TypeOrmModule.forFeature([User])],
  providers: [
    AccountRepository,
    AccountService,
    ColleagueQueries,
    OwnAccountService,
    OwnSessionRepository,
    PasswordRules,
    PersonalDataRepository,
    PersonalDataService,
    SessionCache,
    SessionRepository,
    SessionService,
    SignInLimits,
    UserQueries,
    UserRepository,
  ],
  exports: [
    AccountRepository,
    AccountService,
    ColleagueQueries,
    OwnAccountService,
    SessionCache,
    PersonalDataService,
    SessionService,
    UserQueries,
    UserRepository,
  ],
})
export class UsersModule {}

export { AccountService, type AccountChanges, type NewAccount } from './account.service.js';
export { actorOf, actorOfAccount, type SessionUser } from './session-user.js';
export { ColleagueQueries, type ColleagueFilter } from './colleague.queries.js';
export { SessionService } from './session.service.js';
export { User } from './user.entity.js';
export { UserQueries, type UserFilter } from './user.queries.js';
export { UserRepository } from './user.repository.js';
export { UsersModule } from './users.module.js';

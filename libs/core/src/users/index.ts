export { actorOf, type SessionUser } from './session-user.js';
export { SessionService } from './session.service.js';
export { User } from './user.entity.js';
export { UserRepository } from './user.repository.js';
export { UsersModule } from './users.module.js';

import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { ApiKeysModule } from '#core/api-keys';
import { UsersModule } from '#core/users';
import { AccessGuard } from './access.guard.js';
import { ProblemFilter } from './problem.filter.js';
import { ShapeGuard } from './shape.guard.js';
import { createValidationPipe } from './validation.js';

/** One guard for access, one for shape, one pipe, one filter: the same for every route. */
@Module({
  imports: [ApiKeysModule, DiscoveryModule, UsersModule],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: ShapeGuard },
    { provide: APP_PIPE, useFactory: createValidationPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class HttpModule {}

import { Module, type DynamicModule } from '@nestjs/common';
import { AuditModule } from '#platform/audit';
import { AuthModule } from '#platform/auth';
import { ClockModule } from '#platform/clock';
import { ConfigModule, type Config } from '#platform/config';
import { DatabaseModule } from '#platform/database';
import { IdempotencyModule } from '#platform/idempotency';
import { OutboxModule } from '#platform/outbox';
import { QueueModule } from '#platform/queue';
import { StorageModule } from '#platform/storage';
import { TransitionModule } from '#platform/transition';

const machinery = [
  AuditModule,
  AuthModule,
  ClockModule,
  DatabaseModule,
  IdempotencyModule,
  OutboxModule,
  QueueModule,
  StorageModule,
  TransitionModule,
];

/** All of the machinery, for both processes. */
@Module({})
export class PlatformModule {
  static with(config: Config): DynamicModule {
    return { module: PlatformModule, imports: [ConfigModule.with(config), ...machinery] };
  }
}

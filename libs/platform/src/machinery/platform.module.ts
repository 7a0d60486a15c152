import { Module, type DynamicModule } from '@nestjs/common';
import { AuditModule } from '#platform/audit';
import { AuthModule } from '#platform/auth';
import { Clock, ClockModule } from '#platform/clock';
import { ConfigModule, type Config } from '#platform/config';
import { DatabaseModule } from '#platform/database';
import { HealthModule } from '#platform/health';
import { IdempotencyModule } from '#platform/idempotency';
import { MetricsModule } from '#platform/metrics';
import { LimitsModule } from '#platform/limits';
import { OutboxModule } from '#platform/outbox';
import { QueueModule } from '#platform/queue';
import { StorageModule } from '#platform/storage';
import { TransitionModule } from '#platform/transition';

const machinery = [
  AuditModule,
  AuthModule,
  DatabaseModule,
  HealthModule,
  IdempotencyModule,
  MetricsModule,
  LimitsModule,
  OutboxModule,
  QueueModule,
  StorageModule,
  TransitionModule,
];

/** All of the machinery, for both processes. A seed or a test brings a clock of its own. */
@Module({})
export class PlatformModule {
  static with(config: Config, { clock = new Clock() }: { clock?: Clock } = {}): DynamicModule {
    return {
      module: PlatformModule,
      imports: [ConfigModule.with(config), ClockModule.with(clock), ...machinery],
    };
  }
}

import { Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { CoreModule } from '#core/features';
import type { Config } from '#platform/config';
import { PlatformModule } from '#platform/machinery';
import { OutboxRelay } from '#platform/outbox';
import { SealSchedule } from './audit/seal.schedule.js';
import { LetterKeepingSchedule } from './documents/letter-keeping.schedule.js';
import { LetterProcessor } from './documents/letter.processor.js';
import { EligibilityProcessor } from './eligibility/eligibility.processor.js';
import { ExportKeepingSchedule } from './exports/export-keeping.schedule.js';
import { ExportOrderingSchedule } from './exports/export-ordering.schedule.js';
import { ExportProcessor } from './exports/export.processor.js';
import { HousekeepingSchedule } from './housekeeping.schedule.js';
import { MeasureDatasetKeepingSchedule } from './measures/measure-dataset-keeping.schedule.js';
import { MeasureDatasetProcessor } from './measures/measure-dataset.processor.js';
import { PaymentDueSchedule } from './payments/payment-due.schedule.js';
import { FileScanProcessor } from './sent-files/file-scan.processor.js';
import { FileScanSchedule } from './sent-files/file-scan.schedule.js';
import { SentFilesSchedule } from './sent-files/sent-files.schedule.js';
import { RefusedSignInsSchedule } from './refused-sign-ins.schedule.js';
import { PaymentFileKeepingSchedule } from './payments/payment-file-keeping.schedule.js';
import { PaymentFileProcessor } from './payments/payment-file.processor.js';
import { ThinningProcessor } from './thinnings/thinning.processor.js';
import { ThinningSchedule } from './thinnings/thinning.schedule.js';
import { Work } from './work.js';

@Module({
  imports: [CoreModule, DiscoveryModule],
  providers: [
    EligibilityProcessor,
    ExportKeepingSchedule,
    ExportOrderingSchedule,
    ExportProcessor,
    FileScanProcessor,
    FileScanSchedule,
    HousekeepingSchedule,
    LetterKeepingSchedule,
    LetterProcessor,
    MeasureDatasetKeepingSchedule,
    MeasureDatasetProcessor,
    OutboxRelay,
    PaymentDueSchedule,
    RefusedSignInsSchedule,
    SealSchedule,
    SentFilesSchedule,
    PaymentFileKeepingSchedule,
    PaymentFileProcessor,
    ThinningProcessor,
    ThinningSchedule,
    Work,
  ],
})
export class WorkerModule {
  static with(config: Config): DynamicModule {
    return { module: WorkerModule, imports: [PlatformModule.with(config)] };
  }
}

import { Module, type DynamicModule } from '@nestjs/common';
import { CoreModule } from '#core/features';
import type { Config } from '#platform/config';
import { PlatformModule } from '#platform/machinery';
import { ApiKeyController } from './api-keys/api-key.controller.js';
import { ApplicationController } from './applications/application.controller.js';
import { AssessmentController } from './applications/assessment.controller.js';
import { AttachmentController } from './applications/attachment.controller.js';
import { EvidenceController } from './applications/evidence.controller.js';
import { AppropriationAmendmentController } from './appropriations/appropriation-amendment.controller.js';
import { AppropriationController } from './appropriations/appropriation.controller.js';
import { AuditController } from './audit/audit.controller.js';
import { SealKeyController } from './audit/seal-key.controller.js';
import { CallController } from './calls/call.controller.js';
import { PublicCallController } from './calls/public-call.controller.js';
import { SimulationController } from './calls/simulation.controller.js';
import { ColleagueController } from './colleagues/colleague.controller.js';
import { DecisionYearController } from './decisions/decision-year.controller.js';
import { CoFinancingController } from './decisions/co-financing.controller.js';
import { DecisionController } from './decisions/decision.controller.js';
import { FormController } from './documents/form.controller.js';
import { LetterController } from './documents/letter.controller.js';
import { EligibilityController } from './eligibility/eligibility.controller.js';
import { ExportScheduleController } from './exports/export-schedule.controller.js';
import { ExportController } from './exports/export.controller.js';
import { HealthController } from './health/health.controller.js';
import { MetricsController } from './health/metrics.controller.js';
import { HttpModule } from './http/http.module.js';
import { InstanceController } from './instance/instance.controller.js';
import { MeasureDatasetController } from './measures/measure-dataset.controller.js';
import { MeasureController } from './measures/measure.controller.js';
import { OpenGrantsController } from './open-grants/open-grants.controller.js';
import { OrganisationController } from './organisations/organisation.controller.js';
import { PayeeAccountController } from './payee-accounts/payee-account.controller.js';
import { PaymentFileController } from './payment-files/payment-file.controller.js';
import { PaymentController } from './payments/payment.controller.js';
import { ProgrammeController } from './programmes/programme.controller.js';
import { PublicProgrammeController } from './programmes/public-programme.controller.js';
import { RecoveryController } from './recoveries/recovery.controller.js';
import { ReferenceRateController } from './recoveries/reference-rate.controller.js';
import { AccountingController } from './reports/accounting.controller.js';
import { EvidenceDemandController } from './reports/evidence-demand.controller.js';
import { ReportController } from './reports/report.controller.js';
import { SampleController } from './samples/sample.controller.js';
import { SecondFactorController } from './second-factor/second-factor.controller.js';
import { SessionModule } from './session/session.module.js';
import { ThinningController } from './thinnings/thinning.controller.js';
import { UserController } from './users/user.controller.js';

@Module({
  imports: [CoreModule, HttpModule, SessionModule],
  controllers: [
    AccountingController,
    ApiKeyController,
    ApplicationController,
    AppropriationAmendmentController,
    AppropriationController,
    AssessmentController,
    AttachmentController,
    AuditController,
    SealKeyController,
    CallController,
    CoFinancingController,
    ColleagueController,
    DecisionController,
    DecisionYearController,
    EligibilityController,
    EvidenceController,
    EvidenceDemandController,
    ExportController,
    ExportScheduleController,
    FormController,
    HealthController,
    InstanceController,
    LetterController,
    MeasureController,
    MeasureDatasetController,
    MetricsController,
    OpenGrantsController,
    OrganisationController,
    PayeeAccountController,
    PaymentController,
    PaymentFileController,
    ProgrammeController,
    PublicCallController,
    PublicProgrammeController,
    RecoveryController,
    ReferenceRateController,
    ReportController,
    SampleController,
    SecondFactorController,
    SimulationController,
    ThinningController,
    UserController,
  ],
})
export class ApiModule {
  static with(config: Config): DynamicModule {
    return { module: ApiModule, imports: [PlatformModule.with(config)] };
  }
}

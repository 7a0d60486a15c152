export {
  CO_FINANCING_SOURCES,
  COST_KINDS,
  ORIENTATIONS,
  PRIORITY_AREAS,
  TARGET_GROUPS,
} from '#domain/applications/application-content';
export { applicationLifecycle } from '#domain/applications/application.lifecycle';
export { APPLICATION_STATUSES } from './application.queries.js';
export { Application, type CompletionRequest } from './application.entity.js';
export { ApplicationQueries, type ApplicationFilter } from './application.queries.js';
export { ApplicationRepository } from './application.repository.js';
export { ApplicationService } from './application.service.js';
export { ApplicationsModule } from './applications.module.js';
export { Attachment } from './attachments/attachment.entity.js';
export { AttachmentQueries } from './attachments/attachment.queries.js';
export { AttachmentService, MAX_ATTACHMENT_SIZE } from './attachments/attachment.service.js';
export { CaseFactsReader, wordingOf } from './case-facts.js';
export { EvidenceService } from './evidence.service.js';
export { searchApplications } from './search.queries.js';
export { JUDGED_OUTCOMES } from '#domain/applications/judgement';
export { JudgementRow } from './judgement.entity.js';
export { JudgementRepository } from './judgement.repository.js';

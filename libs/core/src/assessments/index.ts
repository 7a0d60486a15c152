export { AssessmentRepository, type Ties } from './assessment.repository.js';
export { AssessmentService } from './assessment.service.js';
export { Assessment, type Criterion } from './assessment.entity.js';
export { AssessmentsModule } from './assessments.module.js';
export { InterestDeclaration } from './interest-declaration.entity.js';
export { InterestRepository } from './interest.repository.js';
export { JudgementService, type NewJudgement } from './judgement.service.js';

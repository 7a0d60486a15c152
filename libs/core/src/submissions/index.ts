export { Submission } from './submission.entity.js';
export { SubmissionRepository } from './submission.repository.js';
export { SubmissionsModule } from './submissions.module.js';

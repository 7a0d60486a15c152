export { Submission } from './submission.entity.js';
export { SubmissionRepository, type NextSubmission } from './submission.repository.js';
export { SubmissionsModule } from './submissions.module.js';

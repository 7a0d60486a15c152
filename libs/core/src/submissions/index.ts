export { Submission } from './submission.entity.js';
export {
  contentAsOf,
  contentFor,
  SubmissionRepository,
  toHandIn,
  type NextSubmission,
} from './submission.repository.js';
export { SubmissionsModule } from './submissions.module.js';

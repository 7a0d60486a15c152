import { APPLICATION_STATUSES } from '#core/applications';
import { STEPS } from '#core/calls';
import { FILE_TYPES, type FileType } from '#platform/file-types';
import { DecisionRef } from '../decisions/decision.view.js';
import { OUTCOMES } from '../http/finding.view.js';
import {
  a,
  count,
  day,
  Filled,
  id,
  instant,
  kronor,
  many,
  maybe,
  oneOf,
  orNull,
  sha256,
  Shows,
  text,
  year,
} from '../http/view-fields.js';
import { OrganisationRef } from '../organisations/organisation.view.js';
import { FileScanView } from '../sent-files/file-scan.view.js';
import { ApplicationEdit } from './application.dto.js';
import {
  CompletionRequestDto,
  CriterionDto,
  InterestDeclarationDto,
  JudgementDto,
} from './assessment.dto.js';

type Status = (typeof APPLICATION_STATUSES)[number];
type Step = (typeof STEPS)[number];

class CallRef {
  @Shows(id) id: string;
  @Shows(text) title: string;
}

/** `registryNumber` is given at submission. */
export class ApplicationItem {
  @Shows(id) id: string;
  @Shows(orNull(text)) registryNumber: string | null;
  @Shows(oneOf(APPLICATION_STATUSES)) status: Status;
  @Shows(text) title: string;
  @Shows(a(OrganisationRef)) organisation: OrganisationRef;
  @Shows(id) callId: string;
  @Shows(a(CallRef)) call: CallRef;
  @Shows(text) programmeCode: string;
  @Shows(orNull(oneOf(STEPS))) step: Step | null;
  @Shows(kronor) requestedTotal: number;
  @Shows(orNull(id)) assignedTo: string | null;
  @Shows(orNull(instant)) submittedAt: string | null;
  @Shows(instant) updatedAt: string;
  @Shows(many(text)) actions: string[];
}

/** What of the call the application is judged by. */
class CallOfApplication extends CallRef {
  @Shows(text) programmeCode: string;
  @Shows(day) wordingFrom: string;
  @Shows(day) opensOn: string;
  @Shows(day) closesOn: string;
  @Shows(orNull(oneOf(STEPS))) step: Step | null;
  @Shows(many(year)) years: number[];
}

class ApplicationCompletion extends Filled(CompletionRequestDto) {
  @Shows(id) requestedBy: string;
  @Shows(day) requestedOn: string;
}

/** Each time the content was frozen. */
class SubmissionView {
  @Shows(count) number: number;
  @Shows(sha256) contentSha256: string;
  @Shows(id) submittedBy: string;
  @Shows(instant) submittedAt: string;
}

/**
 * `submissionNumber`: the submission that it was first a part of; `null` while it may be taken away. `thinnedAt`: since when its
 * file is no longer kept.
 */
export class AttachmentView {
  @Shows(id) id: string;
  @Shows(text) fileName: string;
  @Shows(oneOf(FILE_TYPES)) fileType: FileType;
  @Shows(sha256) sha256: string;
  @Shows(count) size: number;
  @Shows(orNull(count)) submissionNumber: number | null;
  @Shows(id) addedBy: string;
  @Shows(instant) addedAt: string;
  @Shows(orNull(instant)) thinnedAt: string | null;
  @Shows(a(FileScanView)) scan: FileScanView;
}

class AssessmentView {
  @Shows(id) userId: string;
  @Shows(many(Filled(CriterionDto))) criteria: CriterionDto[];
  @Shows(instant) assessedAt: string;
}

class InterestDeclarationView extends Filled(InterestDeclarationDto) {
  @Shows(id) userId: string;
  @Shows(instant) declaredAt: string;
}

/** An officer's answer to a finding; of those about one finding the last holds. */
export class JudgementView extends Filled(JudgementDto) {
  @Shows(oneOf(OUTCOMES)) computed: (typeof OUTCOMES)[number];
  @Shows(id) judgedBy: string;
  @Shows(instant) judgedAt: string;
}

/**
 * The form and the case around it. Assessments and declarations are shown to the agency's people only; judgements to
 * the recipient too, when the case is decided.
 */
export class ApplicationDetail extends Filled(ApplicationEdit) {
  @Shows(id) id: string;
  @Shows(orNull(text)) registryNumber: string | null;
  @Shows(oneOf(APPLICATION_STATUSES)) status: Status;
  @Shows(a(OrganisationRef)) organisation: OrganisationRef;
  @Shows(id) callId: string;
  @Shows(a(CallOfApplication)) call: CallOfApplication;
  @Shows(orNull(id)) assignedTo: string | null;
  @Shows(orNull(a(ApplicationCompletion))) completion: ApplicationCompletion | null;
  @Shows(id) createdBy: string;
  @Shows(instant) createdAt: string;
  @Shows(instant) updatedAt: string;
  @Shows(orNull(instant)) submittedAt: string | null;
  @Shows(many(SubmissionView)) submissions: SubmissionView[];
  @Shows(many(AttachmentView)) attachments: AttachmentView[];
  @Shows(many(DecisionRef)) decisions: DecisionRef[];
  @Shows(many(JudgementView)) judgements: JudgementView[];
  @Shows(maybe(many(AssessmentView))) assessments?: AssessmentView[];
  @Shows(maybe(many(InterestDeclarationView))) interestDeclarations?: InterestDeclarationView[];
  @Shows(many(text)) actions: string[];
}

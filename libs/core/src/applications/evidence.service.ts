import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import type { ApplicationContent } from '#domain/applications/application-content';
import { describeEvidence } from '#domain/applications/evidence-card';
import { checkSubmission, judgeChecks, type SubmissionChecks } from '#domain/applications/submission';
import { authorise } from '#core/access';
import { MeasureQueries } from '#core/measures';
import { SubmissionRepository } from '#core/submissions';
import { NotFound } from '#platform/errors';
import { ApplicationRepository } from './application.repository.js';
import { CaseFactsReader, wordingOf } from './case-facts.js';
import { compareChecks, type Difference, type Evidence } from './evidence.js';
import { JudgementRepository } from './judgement.repository.js';

export interface Replay {
  /** Whether the recorded facts and data sets still lead to the recorded findings. */
  agrees: boolean;
  differences: Difference[];
  /** The same case on today's data: what would be said now. */
  today: { verdict: SubmissionChecks['verdict']; agrees: boolean; differences: Difference[] };
}

/** What the rules say of a case: now, at its submission, and again. */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly cases: CaseFactsReader,
    private readonly judgements: JudgementRepository,
    private readonly measures: MeasureQueries,
    private readonly submissions: SubmissionRepository,
  ) {}

  /** As things are now, with what officers have judged: of that a recipient sees nothing before the decision. */
  async check(actor: Actor, id: string): Promise<SubmissionChecks> {
    const application = await this.applications.get(actor, id);
    const { facts, wording } = await this.cases.read(actor, application);
    return judgeChecks(checkSubmission(facts, wording), await this.judgements.of(actor, id));
  }

  /** As it was at the latest submission. What officers have judged since stands beside it and changes nothing of it. */
  async recorded(actor: Actor, id: string) {
    await this.applications.get(actor, id);
    const { number, submittedAt, evidence } = await this.latest(actor, id);
    const judgements = await this.judgements.of(actor, id);
    const { checks, ...rest } = evidence;
    const judged = judgeChecks(checks, judgements);
    const eligibility = checks.eligibility.map((finding, index) => {
      const { override } = judged.eligibility[index]!;
      return override ? { ...finding, override } : finding;
    });
    return {
      submission: number,
      submittedAt,
      ...rest,
      ...checks,
      eligibility,
      judgedVerdict: judged.verdict,
      judgements,
      card: describeEvidence(eligibility, evidence.facts.recipient.code),
    };
  }

  async replay(actor: Actor, id: string): Promise<Replay> {
    const application = await this.applications.get(actor, id);
    authorise(actor, 'application.replay', { organisationId: application.organisationId });
    const { content, evidence } = await this.latest(actor, id);
    const wording = wordingOf({
      programmeCode: evidence.programmeCode,
      wordingFrom: evidence.wording.validFrom,
    });
    const measures = await this.measures.recorded(actor, evidence.measures);
    const again = checkSubmission({ ...evidence.facts, content, measures }, wording);
    const differences = compareChecks(evidence.checks, again, { recordedOnly: true });
    const now = await this.cases.read(actor, { ...application, content });
    const today = checkSubmission({ ...evidence.facts, content, measures: now.facts.measures }, wording);
    const since = compareChecks(evidence.checks, today);
    return {
      agrees: differences.length === 0,
      differences,
      today: { verdict: today.verdict, agrees: since.length === 0, differences: since },
    };
  }

  private async latest(actor: Actor, id: string) {
    const submission = await this.submissions.latest<ApplicationContent, Evidence>(actor, id);
    if (!submission) throw new NotFound();
    return submission;
  }
}

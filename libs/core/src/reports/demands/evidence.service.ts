import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { evidenceDemandLifecycle } from '#domain/reports/evidence-demand.lifecycle';
import type { Proof } from '#domain/reports/evidence-demand';
import { authorise } from '#core/access';
import { InterestRepository } from '#core/assessments';
import { FileScans, SENT_FILE_ENDINGS, shownName, type SentFile } from '#core/sent-files';
import { Clock } from '#platform/clock';
import { Transactional } from '#platform/database';
import { DomainError, NotFound } from '#platform/errors';
import { newId } from '#platform/ids';
import { FileStorage } from '#platform/storage';
import { Transition } from '#platform/transition';
import type { Report } from '../report.entity.js';
import { ReportRepository } from '../report.repository.js';
import { EvidenceDemand } from './evidence-demand.entity.js';
import { EvidenceFile } from './evidence-file.entity.js';
import { EvidenceRepository } from './evidence.repository.js';

const MEGABYTE = 1024 * 1024;
/** Bytes. */
const MAX_SIZE = 25 * MEGABYTE;
/** Of one demand. */
const MOST = { count: 20, size: 100 * MEGABYTE };

@Injectable()
export class EvidenceService {
  constructor(
    private readonly demands: EvidenceRepository,
    private readonly reports: ReportRepository,
    private readonly interests: InterestRepository,
    private readonly storage: FileStorage,
    private readonly scans: FileScans,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  /** Asks proof of a report that the caller has locked; one that is asked already is not asked again. */
  @Transactional()
  async request(
    actor: Actor,
    report: Pick<Report, 'id' | 'organisationId'>,
    { sampleId, proofs }: { sampleId: string; proofs: readonly Proof[] },
  ): Promise<void> {
    if (await this.demands.ofReport(actor, report.id)) return;
    const demand = Object.assign(new EvidenceDemand(), {
      id: newId(),
      organisationId: report.organisationId,
      reportId: report.id,
      sampleId,
      proofs: [...proofs],
      requestedAt: this.clock.now(),
    });
    await this.transition.create(evidenceDemandLifecycle, demand, actor, {
      reportId: report.id,
      sampleId,
      proofs,
    });
  }

  /** The recipient sends a file as proof, several times if need be. */
  @Transactional()
  async answer(actor: Actor, id: string, note: string, sent: SentFile): Promise<EvidenceDemand> {
    const { demand } = await this.getBoth(actor, id);
    authorise(actor, 'evidenceDemand.answer', demand);
    if (sent.size > MAX_SIZE) throw new DomainError('tooLarge', { max: MAX_SIZE });
    const held = await this.demands.held(id);
    if (held.count >= MOST.count)
      throw new DomainError('conflict', {}, [
        { code: 'tooManyEvidenceFiles', path: 'file', data: { max: MOST.count } },
      ]);
    if (held.size + sent.size > MOST.size) throw new DomainError('tooLarge', { max: MOST.size });
    const fileId = newId();
    const now = this.clock.now();
    const file = Object.assign(new EvidenceFile(), {
      id: fileId,
      organisationId: demand.organisationId,
      demandId: id,
      fileKey: `${fileId}${SENT_FILE_ENDINGS.evidence}`,
      fileName: shownName(sent.name),
      sha256: sent.sha256,
      size: sent.size,
      note,
      sentBy: actor.userId,
      sentAt: now,
    });
    await this.demands.insertFile(file);
    await this.storage.rename(sent.key, file.fileKey);
    await this.scans.quarantine(actor, file);
    const { fileName, sha256, size } = file;
    return this.transition.apply(
      evidenceDemandLifecycle,
      demand,
      'answer',
      actor,
      { answeredAt: now },
      { fileId, fileName, sha256, size, note },
    );
  }

  @Transactional()
  async accept(actor: Actor, id: string): Promise<EvidenceDemand> {
    return this.review(actor, id, 'accept', null);
  }

  @Transactional()
  async sendBack(actor: Actor, id: string, note: string): Promise<EvidenceDemand> {
    return this.review(actor, id, 'send-back', note);
  }

  /** A file as it was sent. */
  async open(actor: Actor, fileId: string) {
    return this.scans.open(await this.demands.file(actor, fileId));
  }

  private async review(
    actor: Actor,
    id: string,
    action: 'accept' | 'send-back',
    reviewNote: string | null,
  ): Promise<EvidenceDemand> {
    const { report, demand } = await this.getBoth(actor, id);
    authorise(actor, `evidenceDemand.${action}`, demand);
    await this.interests.refuseForDecision(actor, report.decisionId);
    const reviewed = { reviewedBy: actor.userId, reviewedAt: this.clock.now(), reviewNote };
    const facts = reviewNote === null ? {} : { note: reviewNote };
    return this.transition.apply(evidenceDemandLifecycle, demand, action, actor, reviewed, facts);
  }

  /** The report first, as everywhere: who approves it and who sends proof of it take turns. */
  private async getBoth(actor: Actor, id: string): Promise<{ report: Report; demand: EvidenceDemand }> {
    const reportId = await this.demands.reportOf(actor, id);
    if (reportId === undefined) throw new NotFound();
    const report = await this.reports.getForUpdate(reportId);
    return { report, demand: await this.demands.getForUpdate(id) };
  }
}

import { Injectable } from '@nestjs/common';
import { EMPTY_CONTENT } from '#domain/applications/application-content';
import { applicationLifecycle } from '#domain/applications/application.lifecycle';
import { programmes } from '#domain/regulations/index';
import { computeLatestEvent, isThinning, type ThinningRule } from '#domain/retention/retention';
import { thinningLifecycle } from '#domain/retention/thinning.lifecycle';
import type { LocalDate } from '#domain/shared/local-date';
import { SYSTEM } from '#core/access';
import { ApplicationRepository } from '#core/applications';
import { Clock } from '#platform/clock';
import { Transactional } from '#platform/database';
import { newId } from '#platform/ids';
import { Outbox } from '#platform/outbox';
import { FileStorage } from '#platform/storage';
import { Transition } from '#platform/transition';
import { Thinning } from './thinning.entity.js';
import { ThinningRepository } from './thinning.repository.js';
import { THINNING_APPROVED } from './thinning.service.js';

/** What Medel does by itself: lists what is due, and carries out what people have approved. It decides nothing. */
@Injectable()
export class ThinningKeeper {
  constructor(
    private readonly thinnings: ThinningRepository,
    private readonly applications: ApplicationRepository,
    private readonly storage: FileStorage,
    private readonly outbox: Outbox,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  async list(today: LocalDate): Promise<void> {
    for (const { code, retention } of programmes)
      for (const rule of retention.filter(isThinning)) await this.listOne(SYSTEM, code, rule, today);
  }

  @Transactional()
  async listOne(
    actor: typeof SYSTEM,
    programmeCode: string,
    rule: ThinningRule,
    today: LocalDate,
  ): Promise<void> {
    await this.thinnings.takeTurn();
    const { material } = rule;
    if (await this.thinnings.isListed(programmeCode, material)) return;
    const latestEvent = computeLatestEvent(today, rule);
    const thinning = Object.assign(new Thinning(), {
      id: newId(),
      programmeCode,
      material,
      rule,
      latestEvent,
      listedAt: this.clock.now(),
    });
    const due = await this.thinnings.due(thinning);
    if (due.length === 0) return;
    const facts = { programmeCode, material, latestEvent, count: due.length };
    await this.transition.create(thinningLifecycle, thinning, actor, facts);
    await this.thinnings.insertItems(thinning.id, due);
  }

  /** A message can be lost after it was handed over. */
  async resume(): Promise<void> {
    for (const id of await this.thinnings.waiting()) await this.remind(SYSTEM, id);
  }

  @Transactional()
  async remind(actor: typeof SYSTEM, id: string): Promise<void> {
    this.outbox.publish(THINNING_APPROVED, id, actor);
  }

  /** Case by case, each whole in itself: whoever is killed goes on where it was. */
  async carryOut(id: string): Promise<void> {
    for (const applicationId of await this.thinnings.left(id)) {
      const keys = await this.thin(SYSTEM, id, applicationId);
      // Only when nothing can bring the row back. What is left behind here, the keeper of sent files removes.
      for (const key of keys) await this.storage.remove(key);
    }
    await this.finish(SYSTEM, id);
  }

  /** The keys of the files that went. */
  @Transactional()
  async thin(actor: typeof SYSTEM, id: string, applicationId: string): Promise<string[]> {
    const application = await this.applications.getForUpdate(applicationId);
    const thinning = await this.thinnings.getForUpdate(id);
    if (!thinningLifecycle.next(thinning.status, 'carry-out')) return [];
    const { isLeft, isDue } = await this.thinnings.standing(thinning, applicationId);
    if (!isLeft) return [];
    if (!isDue) {
      await this.thinnings.settle(thinning, applicationId, 'exempt', []);
      return [];
    }
    const at = this.clock.now();
    const { material } = thinning;
    const emptied = material === 'refusedAttachments' ? {} : { content: EMPTY_CONTENT };
    const changes = { thinnedAt: at, ...emptied };
    const facts = { thinningId: id, material };
    await this.transition.apply(applicationLifecycle, application, 'thin', actor, changes, facts);
    const files = await this.thinnings.thinFiles(applicationId, at);
    const told = files.map(({ fileType, sha256, size }) => ({ fileType, sha256, size }));
    await this.thinnings.settle(thinning, applicationId, 'thinned', told);
    return files.map(({ key }) => key);
  }

  @Transactional()
  async finish(actor: typeof SYSTEM, id: string): Promise<void> {
    const thinning = await this.thinnings.getForUpdate(id);
    const { left, ...facts } = await this.thinnings.outcomes(id);
    if (left > 0 || !thinningLifecycle.next(thinning.status, 'carry-out')) return;
    const done = { carriedOutAt: this.clock.now() };
    await this.transition.apply(thinningLifecycle, thinning, 'carry-out', actor, done, facts);
  }
}

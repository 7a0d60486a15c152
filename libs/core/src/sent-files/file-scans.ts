import { Inject, Injectable } from '@nestjs/common';
import { fileScanLifecycle } from '#domain/files/file-scan.lifecycle';
import type { AuditActor } from '#platform/audit';
import { Clock } from '#platform/clock';
import { CONFIG, type Config } from '#platform/config';
import { DomainError, NotFound } from '#platform/errors';
import { defineTopic, Outbox } from '#platform/outbox';
import { FileStorage } from '#platform/storage';
import { Transition } from '#platform/transition';
import { FileScan } from './file-scan.entity.js';
import type { FileScanState } from './file-scan.queries.js';

export const FILE_RECEIVED = defineTopic('file.received');

/** What owns a file that was sent. */
interface Owner {
  id: string;
  organisationId: string;
  fileKey: string;
  sha256: string;
}

/** A file that was sent, as what owns it tells. */
export interface KeptFile {
  key: string;
  name: string;
  size: number;
  scan: FileScanState;
  /** It was decided that it is no longer kept. */
  isThinned?: boolean;
}

@Injectable()
export class FileScans {
  constructor(
    private readonly storage: FileStorage,
    private readonly transition: Transition,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Puts a file into quarantine in the transaction that keeps it. Where there is no scanner it is free, and not scanned. */
  async quarantine(actor: AuditActor, { id, organisationId, fileKey, sha256 }: Owner): Promise<void> {
    if (this.config.scanner === null) return;
    const orderedAt = this.clock.now();
    const scan = Object.assign(new FileScan(), { id, organisationId, fileKey, orderedAt });
    await this.transition.create(fileScanLifecycle, scan, actor, { sha256 });
    this.outbox.publish(FILE_RECEIVED, id, actor);
  }

  /** Hands a file out. Throws `NotFound` where there is none, and `conflict` for one that nobody may have: not yet, never, or no more. */
  open(file: KeptFile | undefined) {
    if (!file) throw new NotFound();
    const { key, name, size, scan, isThinned } = file;
    if (isThinned) throw new DomainError('conflict', {}, [{ code: 'fileThinned' }]);
    if (scan === 'waiting') throw new DomainError('conflict', {}, [{ code: 'fileNotScanned' }]);
    if (scan === 'infected') throw new DomainError('conflict', {}, [{ code: 'fileInfected' }]);
    return { stream: this.storage.read(key), name, size };
  }
}

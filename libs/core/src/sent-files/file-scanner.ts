import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { fileScanLifecycle } from '#domain/files/file-scan.lifecycle';
import { Clock } from '#platform/clock';
import { CONFIG, type Config, type ScannerConfig } from '#platform/config';
import { Transactional } from '#platform/database';
import { scan, ScanFailed, type ScanFault, type Verdict } from '#platform/scanner';
import { FileStorage } from '#platform/storage';
import { Transition } from '#platform/transition';
import { FileScanRepository } from './file-scan.repository.js';

/** Lets the scanner look into what is in quarantine. Nothing is locked meanwhile, and no failure is a verdict. */
@Injectable()
export class FileScanner {
  private readonly logger = new Logger(FileScanner.name);

  constructor(
    private readonly scans: FileScanRepository,
    private readonly storage: FileStorage,
    private readonly transition: Transition,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Asked twice, it concludes once. */
  async scan(actor: Actor, id: string): Promise<void> {
    const { scanner } = this.config;
    const key = await this.scans.waitingKey(actor, id);
    if (scanner === null || key === undefined) return;
    const said = await this.ask(scanner, key);
    if ('fault' in said) await this.note(actor, id, said.fault);
    else await this.conclude(actor, id, said);
  }

  /** Tries again where nobody could say, and takes up what the queue lost. */
  async resume(actor: Actor): Promise<void> {
    if (this.config.scanner === null) return;
    for (const id of await this.scans.overdue(actor)) await this.scan(actor, id);
  }

  @Transactional()
  async conclude(actor: Actor, id: string, { signature }: Verdict): Promise<void> {
    const found = await this.scans.getForUpdate(id);
    if (found.status !== 'waiting') return;
    const action = signature === null ? 'clear' : 'refuse';
    const facts = signature === null ? {} : { signature };
    const scannedAt = this.clock.now();
    await this.transition.apply(fileScanLifecycle, found, action, actor, { signature, scannedAt }, facts);
  }

  private async note(actor: Actor, id: string, fault: ScanFault): Promise<void> {
    this.logger.warn(`The file ${id} stays in quarantine: ${fault}`);
    await this.scans.note(actor, id, fault, this.clock.now());
  }

  private async ask(scanner: ScannerConfig, key: string): Promise<Verdict | { fault: ScanFault }> {
    try {
      return await scan(scanner, this.storage.read(key));
    } catch (error) {
      if (error instanceof ScanFailed) return { fault: error.fault };
      throw error;
    }
  }
}

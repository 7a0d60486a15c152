import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { accountingImportLifecycle } from '#domain/reports/accounting/accounting-import.lifecycle';
import { checkMapping } from '#domain/reports/accounting/cost-mapping';
import type { FileEncoding } from '#domain/reports/accounting/file-text';
import { reportLifecycle } from '#domain/reports/report.lifecycle';
import { authorise, expectVersion } from '#core/access';
import { toHandIn } from '#core/submissions';
import { FileScans, SENT_FILE_ENDINGS, shownName, type SentFile } from '#core/sent-files';
import { Clock } from '#platform/clock';
import { Transactional } from '#platform/database';
import { DomainError, Invalid, NotFound, RuleViolated } from '#platform/errors';
import { newId } from '#platform/ids';
import { FileStorage } from '#platform/storage';
import { Transition } from '#platform/transition';
import type { Report } from '../report.entity.js';
import { ReportRepository } from '../report.repository.js';
import { Settling } from '../settling.js';
import { AccountingImport } from './accounting-import.entity.js';
import { AccountingRepository } from './accounting.repository.js';
import { checkFile, costsOf } from './check-file.js';
import {
  readAccountingFile,
  type AccountingFile,
  type AccountingFormat,
  type AccountingMapping,
} from './read-file.js';

/** Bytes. A file is read whole, within the request. */
const MAX_SIZE = 8 * 1024 * 1024;
/** Of one report. */
const MOST_IMPORTS = 30;

export interface NewAccountingImport {
  format?: AccountingFormat | undefined;
  encoding?: FileEncoding | undefined;
  /** The last one that was taken in, where it is left out. */
  mapping?: AccountingMapping | undefined;
}

@Injectable()
export class AccountingService {
  constructor(
    private readonly imports: AccountingRepository,
    private readonly reports: ReportRepository,
    private readonly settling: Settling,
    private readonly storage: FileStorage,
    private readonly scans: FileScans,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  /** Reads a file of booked rows and keeps it, with what it comes to. Nothing of the report changes yet. */
  @Transactional()
  async import(
    actor: Actor,
    reportId: string,
    asked: NewAccountingImport,
    sent: SentFile,
  ): Promise<AccountingImport> {
    const report = await this.reports.getForUpdate(reportId);
    authorise(actor, 'report.edit', report);
    authorise(actor, 'accountingImport.create');
    if ((await this.imports.countOf(reportId)) >= MOST_IMPORTS)
      throw new DomainError('conflict', {}, [
        { code: 'tooManyAccountingImports', path: 'file', data: { max: MOST_IMPORTS } },
      ]);
    const mapping = await this.mappingOf(actor, report, asked);
    if (sent.size > MAX_SIZE) throw new DomainError('tooLarge', { max: MAX_SIZE });
    const bytes = await this.storage.readWhole(sent.key);
    const file = readAccountingFile(bytes, { ...asked, columns: mapping.columns });
    const id = newId();
    const [fileKey, fileName] = [`${id}${SENT_FILE_ENDINGS.accounting}`, shownName(sent.name)];
    const kept = { fileKey, fileName, sha256: sent.sha256, size: sent.size };
    const { format, encoding } = file;
    const made = Object.assign(
      new AccountingImport(),
      kept,
      await this.outcome(actor, report, file, mapping),
      {
        id,
        organisationId: report.organisationId,
        reportId,
        format,
        encoding,
        importedBy: actor.userId,
        importedAt: this.clock.now(),
      },
    );
    await this.storage.rename(sent.key, fileKey);
    await this.scans.quarantine(actor, made);
    const { sha256, size, counts, findingCount } = made;
    const facts = { reportId, fileName, sha256, size, format, encoding, counts, findingCount };
    return this.transition.create(accountingImportLifecycle, made, actor, facts);
  }

  /** The same file by another mapping. */
  @Transactional()
  async remap(
    actor: Actor,
    id: string,
    version: number,
    mapping: AccountingMapping,
  ): Promise<AccountingImport> {
    const { report, found } = await this.getBoth(actor, id);
    authorise(actor, 'accountingImport.remap', found);
    expectVersion(found, version);
    refuseMapping(mapping);
    const bytes = await this.storage.readWhole(found.fileKey);
    const { format, encoding } = found;
    const file = readAccountingFile(bytes, { format, encoding, columns: mapping.columns });
    const outcome = await this.outcome(actor, report, file, mapping);
    const { counts, findingCount } = outcome;
    return this.transition.apply(accountingImportLifecycle, found, 'remap', actor, outcome, {
      mapping,
      counts,
      findingCount,
    });
  }

  /** The sums become the costs of the report's draft: all of them, or none where anything is amiss. */
  @Transactional()
  async adopt(actor: Actor, id: string): Promise<AccountingImport> {
    const { report, found } = await this.getBoth(actor, id);
    authorise(actor, 'accountingImport.adopt', found);
    if (found.findingCount > 0) throw new RuleViolated(found.findings);
    const { content: planned } = await this.reports.context(actor, report.decisionId);
    const costs = costsOf(found.sums, planned.costs, found.years, found.fileName);
    const now = this.clock.now();
    const edited = { draft: { ...toHandIn(report), costs }, updatedAt: now };
    const { sha256, sums } = found;
    const source = { accountingImport: id, sha256 };
    await this.transition.apply(reportLifecycle, report, 'edit', actor, edited, {
      parts: ['costs'],
      ...source,
    });
    const adopted = { adoptedBy: actor.userId, adoptedAt: now };
    return this.transition.apply(accountingImportLifecycle, found, 'adopt', actor, adopted, { sha256, sums });
  }

  /** The file as it was sent. */
  async open(actor: Actor, id: string) {
    return this.scans.open(await this.imports.file(actor, id));
  }

  /** The report first, as everywhere: whoever edits it and whoever takes rows into it take turns. */
  private async getBoth(actor: Actor, id: string): Promise<{ report: Report; found: AccountingImport }> {
    const reportId = await this.imports.reportOf(actor, id);
    if (reportId === undefined) throw new NotFound();
    const report = await this.reports.getForUpdate(reportId);
    authorise(actor, 'report.edit', report);
    return { report, found: await this.imports.getForUpdate(id) };
  }

  private async mappingOf(
    actor: Actor,
    report: Report,
    { mapping }: NewAccountingImport,
  ): Promise<AccountingMapping> {
    const chosen = mapping ?? (await this.imports.latestMapping(actor, report.organisationId));
    if (!chosen) throw new Invalid([{ code: 'required', path: 'mapping' }]);
    refuseMapping(chosen);
    return chosen;
  }

  private async outcome(actor: Actor, report: Report, { read }: AccountingFile, mapping: AccountingMapping) {
    const { years } = await this.settling.terms(actor, report);
    const organisationNumber = await this.imports.organisationNumber(actor, report.organisationId);
    const checked = checkFile(read, mapping, { years, organisationNumber });
    return { ...checked, mapping, years: [...years], company: read.company };
  }
}

function refuseMapping(mapping: AccountingMapping): void {
  const problems = checkMapping(mapping);
  if (problems.length > 0) throw new Invalid(problems);
}

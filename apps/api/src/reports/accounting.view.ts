import { COST_KINDS } from '#core/applications';
import { ACCOUNTING_FORMATS, FILE_ENCODINGS, type FileEncoding } from '#core/reports';
import { Finding } from '../http/finding.view.js';
import {
  a,
  count,
  Filled,
  id,
  instant,
  kronor,
  many,
  oneOf,
  orNull,
  sha256,
  Shows,
  text,
  year,
} from '../http/view-fields.js';
import { FileScanView } from '../sent-files/file-scan.view.js';
import { CostMappingDto } from './accounting.dto.js';

const STATUSES = ['previewed', 'adopted'] as const;
const whole = { type: 'integer', format: 'int64' } as const;
/** Öre dropped: what is booked may come to less than nought. */
const booked = { ...whole, description: 'Whole kronor; öre that are left over are dropped, once a sum' };

/** Who keeps the books, as the file says. */
class BookKeeper {
  @Shows(orNull(text)) name: string | null;
  @Shows(orNull(text)) number: string | null;
}

/** `ignored` and `otherObject`: rows that the mapping leaves out. */
class RowCounts {
  @Shows(count) rows: number;
  @Shows(count) counted: number;
  @Shows(count) ignored: number;
  @Shows(count) otherObject: number;
  @Shows(count) verifications: number;
}

export class AccountingImportItem {
  @Shows(id) id: string;
  @Shows(oneOf(STATUSES)) status: (typeof STATUSES)[number];
  @Shows(id) reportId: string;
  @Shows(text) fileName: string;
  @Shows(sha256) sha256: string;
  @Shows(count) size: number;
  @Shows(oneOf(ACCOUNTING_FORMATS)) format: (typeof ACCOUNTING_FORMATS)[number];
  @Shows(oneOf(FILE_ENCODINGS)) encoding: FileEncoding;
  @Shows(a(BookKeeper)) company: BookKeeper;
  @Shows(many(year)) years: number[];
  @Shows(a(RowCounts)) counts: RowCounts;
  @Shows(count) findingCount: number;
  @Shows(a(FileScanView)) scan: FileScanView;
  @Shows(id) importedBy: string;
  @Shows(instant) importedAt: string;
  @Shows(orNull(id)) adoptedBy: string | null;
  @Shows(orNull(instant)) adoptedAt: string | null;
  @Shows(many(text)) actions: string[];
}

/** What a kind of cost comes to in a year, beside what was planned. `ore` is before rounding. */
class BookedSum {
  @Shows(year) year: number;
  @Shows(oneOf(COST_KINDS)) kind: (typeof COST_KINDS)[number];
  @Shows(count) rows: number;
  @Shows({ ...whole, description: 'Öre' }) ore: number;
  @Shows(booked) amount: number;
  @Shows(kronor) planned: number;
}

class BookedYear {
  @Shows(year) year: number;
  @Shows(booked) amount: number;
  @Shows(kronor) planned: number;
  @Shows(kronor) granted: number;
  @Shows(kronor) paid: number;
}

/** `findings`: the first 500 things that stand in the way of taking it in; `findingCount` is how many there are. */
export class AccountingImportView extends AccountingImportItem {
  @Shows(a(Filled(CostMappingDto))) mapping: CostMappingDto;
  @Shows(many(BookedSum)) sums: BookedSum[];
  @Shows(many(BookedYear)) totals: BookedYear[];
  @Shows(many(Finding)) findings: Finding[];
}

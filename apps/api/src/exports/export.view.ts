import {
  CSV_DECIMALS,
  CSV_SEPARATORS,
  EXPORT_FAILURES,
  EXPORT_FORMATS,
  EXPORT_STATUSES,
} from '#core/exports';
import {
  a,
  count,
  day,
  flag,
  id,
  instant,
  many,
  oneOf,
  open,
  orNull,
  sha256,
  Shows,
  text,
} from '../http/view-fields.js';

const COLUMN_TYPES = ['text', 'id', 'money', 'integer', 'number', 'date', 'instant', 'json'] as const;
type Format = (typeof EXPORT_FORMATS)[number];

class ExportColumn {
  @Shows(text) key: string;
  @Shows(oneOf(COLUMN_TYPES)) type: (typeof COLUMN_TYPES)[number];
}

export class ExportKind {
  @Shows(text) kind: string;
  @Shows(many(ExportColumn)) columns: ExportColumn[];
  @Shows(many(text)) filters: string[];
  /** Those of them that must be given. */
  @Shows(many(text)) required: string[];
  @Shows(many(oneOf(EXPORT_FORMATS))) formats: Format[];
  /** It shows the moment at which it is made: no `asOf` may be given. */
  @Shows(flag) isOfNowOnly: boolean;
}

export class CsvOptions {
  @Shows(oneOf(CSV_SEPARATORS)) separator: string;
  @Shows(oneOf(CSV_DECIMALS)) decimal: string;
  @Shows(flag) bom: boolean;
}

/** Against the export of the same order before. Rows are counted by their key; `null` where that cannot be told any more. */
class ExportChanges {
  @Shows(id) previousId: string;
  @Shows(instant) previousAt: string;
  @Shows(flag) isUnchanged: boolean;
  @Shows(orNull(count)) added: number | null;
  @Shows(orNull(count)) removed: number | null;
  @Shows(orNull(count)) changed: number | null;
}

/**
 * What is known of the file stands when it is ready. `controlSums` has the sum of each column of money, whole kronor, and of
 * numbers; not of one whose rows overlap.
 */
export class ExportView {
  @Shows(id) id: string;
  @Shows(oneOf(EXPORT_STATUSES)) status: (typeof EXPORT_STATUSES)[number];
  @Shows(text) kind: string;
  @Shows(oneOf(EXPORT_FORMATS)) format: Format;
  @Shows(open) filters: object;
  @Shows(orNull(day)) asOf: string | null;
  @Shows(orNull(a(CsvOptions))) csv: CsvOptions | null;
  @Shows(id) requestedBy: string;
  @Shows(instant) requestedAt: string;
  @Shows({ type: 'number', minimum: 0, maximum: 1 }) progress: number;
  @Shows(orNull(count)) rowCount: number | null;
  @Shows(orNull({ type: 'object', additionalProperties: { type: 'number' } }))
  controlSums: Record<string, number> | null;
  @Shows(orNull(sha256)) sha256: string | null;
  @Shows(orNull(count)) size: number | null;
  /** Of the rows, whatever the format: the same rows have the same. */
  @Shows(orNull(sha256)) rowsSha256: string | null;
  @Shows(orNull(a(ExportChanges))) changes: ExportChanges | null;
  /** The equal export whose file it gets: one run makes both. */
  @Shows(orNull(id)) sharesRunOf: string | null;
  @Shows(orNull(oneOf(EXPORT_FAILURES))) failure: string | null;
  @Shows(orNull(instant)) expiresAt: string | null;
  /** What ordered it, where it comes by itself, and the moment for which it did. */
  @Shows(orNull(id)) scheduleId: string | null;
  @Shows(orNull(instant)) dueAt: string | null;
  @Shows(many(text)) actions: string[];
}

import { EXPORT_FORMATS, EXPORT_STATUSES } from '#core/exports';
import {
  count,
  day,
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

const COLUMN_TYPES = ['text', 'money', 'integer', 'number', 'date', 'instant', 'json'] as const;
type Format = (typeof EXPORT_FORMATS)[number];

class ExportColumn {
  @Shows(text) key: string;
  @Shows(oneOf(COLUMN_TYPES)) type: (typeof COLUMN_TYPES)[number];
}

export class ExportKind {
  @Shows(text) kind: string;
  @Shows(many(ExportColumn)) columns: ExportColumn[];
  @Shows(many(text)) filters: string[];
  @Shows(many(oneOf(EXPORT_FORMATS))) formats: Format[];
}

/** What is known of the file stands when it is ready. `controlSums` has the sum of each column of money, whole kronor, and of numbers. */
export class ExportView {
  @Shows(id) id: string;
  @Shows(oneOf(EXPORT_STATUSES)) status: (typeof EXPORT_STATUSES)[number];
  @Shows(text) kind: string;
  @Shows(oneOf(EXPORT_FORMATS)) format: Format;
  @Shows(open) filters: object;
  @Shows(orNull(day)) asOf: string | null;
  @Shows(id) requestedBy: string;
  @Shows(instant) requestedAt: string;
  @Shows({ type: 'number', minimum: 0, maximum: 1 }) progress: number;
  @Shows(orNull(count)) rowCount: number | null;
  @Shows(orNull({ type: 'object', additionalProperties: { type: 'number' } }))
  controlSums: Record<string, number> | null;
  @Shows(orNull(sha256)) sha256: string | null;
  @Shows(orNull(count)) size: number | null;
  @Shows(orNull(text)) failure: string | null;
  @Shows(orNull(instant)) expiresAt: string | null;
  @Shows(many(text)) actions: string[];
}

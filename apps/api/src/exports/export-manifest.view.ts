import { EXPORT_FORMATS } from '#core/exports';
import {
  a,
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

class InWords {
  @Shows(text) sv: string;
  @Shows(text) en: string;
}

class FilterInWords {
  @Shows(text) filter: string;
  @Shows(a(InWords)) name: InWords;
  @Shows(a(InWords)) value: InWords;
}

class NamedUser {
  @Shows(id) id: string;
  @Shows(text) name: string;
}

class SnapshotMoment {
  @Shows(instant) at: string;
  /** PostgreSQL's name for what was committed by then. */
  @Shows(text) id: string;
}

class ManifestFile {
  @Shows(text) name: string;
  @Shows(count) size: number;
  @Shows(sha256) sha256: string;
}

/**
 * What a file was made of. Canonical JSON: its own checksum stands in the audit event `complete` as `manifestSha256`.
 * `tools/verify-export.mjs` holds a file against it.
 */
export class ExportManifest {
  @Shows(oneOf(['medel-export/1'])) manifest: string;
  @Shows(id) id: string;
  @Shows(text) kind: string;
  @Shows(a(InWords)) title: InWords;
  @Shows(oneOf(EXPORT_FORMATS)) format: string;
  @Shows(orNull(open)) csv: object | null;
  @Shows(open) filters: object;
  @Shows(many(FilterInWords)) filtersInWords: FilterInWords[];
  @Shows(orNull(day)) asOf: string | null;
  @Shows(a(NamedUser)) requestedBy: NamedUser;
  @Shows(instant) requestedAt: string;
  @Shows(instant) madeAt: string;
  @Shows(a(SnapshotMoment)) snapshot: SnapshotMoment;
  @Shows(open) rules: object;
  @Shows(many(open)) datasets: object[];
  @Shows(many(open)) columns: object[];
  @Shows(count) rowCount: number;
  /** Exact, as decimals. */
  @Shows({ type: 'object', additionalProperties: { type: 'string' } }) controlSums: Record<string, string>;
  @Shows(sha256) rowsSha256: string;
  @Shows(count) cutCells: number;
  @Shows(orNull(open)) changes: object | null;
  @Shows(a(ManifestFile)) file: ManifestFile;
}

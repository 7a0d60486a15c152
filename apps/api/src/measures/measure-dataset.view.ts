import { DATASET_CHANGES, IMPORT_FORMATS, MEASURE_DATASET_STATUSES } from '#core/measures';
import {
  a,
  count,
  flag,
  id,
  instant,
  many,
  number,
  oneOf,
  open,
  orNull,
  sha256,
  Shows,
  text,
  year,
} from '../http/view-fields.js';
import { OrganisationRef } from '../organisations/organisation.view.js';

/** A data set as it stands in the list. Only one that is `accepted` answers, from `loadedAt` on. */
export class MeasureDatasetItem {
  @Shows(id) id: string;
  @Shows(oneOf(MEASURE_DATASET_STATUSES)) status: (typeof MEASURE_DATASET_STATUSES)[number];
  @Shows(text) kind: string;
  @Shows(text) source: string;
  @Shows(text) vintage: string;
  @Shows(orNull(text)) licence: string | null;
  @Shows(text) fileName: string;
  @Shows(orNull(oneOf(IMPORT_FORMATS))) format: (typeof IMPORT_FORMATS)[number] | null;
  @Shows(orNull(sha256)) sha256: string | null;
  @Shows(orNull(count)) size: number | null;
  @Shows(id) loadedBy: string;
  @Shows(instant) receivedAt: string;
  @Shows(orNull(instant)) loadedAt: string | null;
  @Shows({ type: 'number', minimum: 0, maximum: 1 }) progress: number;
  @Shows(orNull(count)) rowCount: number | null;
  @Shows(count) rejectedCount: number;
  @Shows(orNull(text)) failure: string | null;
  @Shows(orNull(text)) reason: string | null;
  @Shows(many(text)) actions: string[];
}

/** A line that cannot be loaded. Of a JSON answer, `line` is the number of the value in it. */
class RejectedLine {
  @Shows(count) line: number;
  @Shows(text) code: string;
  @Shows(text) detail: string;
  @Shows(open) data: object;
}

class FlaggedChange {
  @Shows(text) organisationCode: string;
  @Shows(text) measure: string;
  @Shows(year) year: number;
  @Shows(orNull(number)) before: number | null;
  @Shows(orNull(number)) after: number | null;
}

/** Against what was in use when the file was read. `flagged`: the hundred largest changes of more than a fifth. */
class DatasetDiff {
  @Shows(count) new: number;
  @Shows(count) changed: number;
  @Shows(count) gone: number;
  @Shows(count) unchanged: number;
  @Shows(count) flaggedCount: number;
  @Shows(many(FlaggedChange)) flagged: FlaggedChange[];
}

/** `rejected` has the first thousand; `diff` is there once the file was read. */
export class MeasureDatasetView extends MeasureDatasetItem {
  @Shows(orNull(open)) mapping: object | null;
  @Shows(orNull(open)) origin: object | null;
  @Shows(many(RejectedLine)) rejected: RejectedLine[];
  @Shows(orNull(a(DatasetDiff))) diff: DatasetDiff | null;
}

/** A value that the data set brings, changes or no longer has. */
export class DatasetChangeItem {
  @Shows(a(OrganisationRef)) organisation: OrganisationRef;
  @Shows(text) measure: string;
  @Shows(year) year: number;
  @Shows(oneOf(DATASET_CHANGES)) change: (typeof DATASET_CHANGES)[number];
  @Shows(orNull(number)) before: number | null;
  @Shows(orNull(number)) after: number | null;
  @Shows(flag) flagged: boolean;
}

import { DATASET_CHANGES, IMPORT_FORMATS, MEASURE_DATASET_STATUSES } from '#core/measures';
import { File, JsonObject, OneOf, QueryFlag, Text } from '../http/fields.js';
import { PageQuery } from '../http/page.query.js';
import type { Upload } from '../http/upload.js';

/** A file of values and what it is. `mapping` tells how the file's words become ours, where it does not use ours. */
export class DatasetForm {
  @File() file: Upload;
  @Text({ min: 1, max: 100 }) kind: string;
  @Text({ min: 1, max: 500 }) source: string;
  @Text({ min: 1, max: 200 }) vintage: string;
  @Text({ min: 1, max: 200, optional: true }) licence?: string;
  /** Told from the content where it is left out. */
  @OneOf(IMPORT_FORMATS, { optional: true }) format?: (typeof IMPORT_FORMATS)[number];
  @JsonObject({ optional: true }) mapping?: object;
}

export class DatasetRejection {
  @Text({ min: 1, max: 2_000 }) reason: string;
}

export class DatasetList extends PageQuery {
  @OneOf(MEASURE_DATASET_STATUSES, { optional: true }) status?: (typeof MEASURE_DATASET_STATUSES)[number];
  @Text({ min: 1, max: 100, optional: true }) kind?: string;
}

export class ChangeList extends PageQuery {
  @OneOf(DATASET_CHANGES, { optional: true }) change?: (typeof DATASET_CHANGES)[number];
  @QueryFlag() flagged?: boolean;
}

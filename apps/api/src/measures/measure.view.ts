import {
  a,
  count,
  id,
  instant,
  many,
  number,
  oneOf,
  orNull,
  sha256,
  Shows,
  text,
  year,
} from '../http/view-fields.js';
import { OrganisationRef } from '../organisations/organisation.view.js';

const UNITS = ['share', 'index', 'nats'] as const;
const DIRECTIONS = ['higherIsMore', 'lowerIsMore', 'neither'] as const;
const QUALITIES = ['official', 'computed', 'proxy'] as const;
type Quality = (typeof QUALITIES)[number];

export class MeasureView {
  @Shows(text) code: string;
  @Shows(text) name: string;
  @Shows(text) nameEnglish: string;
  @Shows(oneOf(UNITS)) unit: (typeof UNITS)[number];
  @Shows(text) formula: string;
  @Shows(text) source: string;
  @Shows(oneOf(DIRECTIONS)) direction: (typeof DIRECTIONS)[number];
}

/** Where values come from. */
export class DatasetRef {
  @Shows(id) id: string;
  @Shows(text) source: string;
  @Shows(text) vintage: string;
  @Shows(sha256) sha256: string;
}

class Dataset extends DatasetRef {
  @Shows(text) licence: string;
  @Shows(instant) loadedAt: string;
}

/** `zScore` is null where the values do not differ or there is none. */
class MeasureValue {
  @Shows(a(OrganisationRef)) organisation: OrganisationRef;
  @Shows(orNull(number)) value: number | null;
  @Shows(orNull(number)) zScore: number | null;
  @Shows(oneOf(QUALITIES)) quality: Quality;
}

/** Mean and standard deviation are over all municipalities with a value. */
export class MeasureValues {
  @Shows(text) measure: string;
  @Shows(year) year: number;
  @Shows(a(Dataset)) dataset: Dataset;
  @Shows(oneOf(QUALITIES)) quality: Quality;
  @Shows(orNull(number)) mean: number | null;
  @Shows(orNull(number)) standardDeviation: number | null;
  @Shows(count) n: number;
  @Shows(many(MeasureValue)) items: MeasureValue[];
}

class OrganisationMeasure {
  @Shows(text) measure: string;
  @Shows(year) year: number;
  @Shows(orNull(number)) value: number | null;
  @Shows(oneOf(QUALITIES)) quality: Quality;
  @Shows(orNull(number)) mean: number | null;
  @Shows(orNull(number)) standardDeviation: number | null;
  @Shows(orNull(number)) zScore: number | null;
  @Shows(count) n: number;
  @Shows(a(DatasetRef)) dataset: DatasetRef;
}

/** A RegSO with its area type, 1–5; null where it has none. */
class Area {
  @Shows(text) code: string;
  @Shows(text) name: string;
  @Shows(orNull({ type: 'integer', minimum: 1, maximum: 5 })) areaType: number | null;
  @Shows(year) year: number;
}

export class OrganisationMeasures {
  @Shows(a(OrganisationRef)) organisation: OrganisationRef;
  @Shows(many(OrganisationMeasure)) items: OrganisationMeasure[];
  @Shows(many(Area)) areas: Area[];
}

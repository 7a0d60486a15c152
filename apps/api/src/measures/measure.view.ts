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
import { OrganisationRef, SIZE_CLASSES } from '../organisations/organisation.view.js';

const UNITS = ['share', 'index', 'nats'] as const;
const DIRECTIONS = ['higherIsMore', 'lowerIsMore', 'neither'] as const;
export const QUALITIES = ['official', 'computed', 'proxy'] as const;
export type Quality = (typeof QUALITIES)[number];

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
  @Shows(orNull(text)) licence: string | null;
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
  @Shows(a(Dataset)) dataset: Dataset;
}

/** A RegSO with its area type, 1–5; null where it has none. */
class Area {
  @Shows(text) code: string;
  @Shows(text) name: string;
  @Shows(orNull({ type: 'integer', minimum: 1, maximum: 5 })) areaType: number | null;
  @Shows(year) year: number;
}

/** Index 100 at the first year that has a value; what is null says in `reason` why it is. Years without value are gaps. */
class TrendPoint {
  @Shows(year) year: number;
  @Shows(orNull(number)) value: number | null;
  @Shows(orNull(number)) index: number | null;
  @Shows(orNull(number)) change: number | null;
  @Shows(orNull(number)) changePercent: number | null;
  @Shows(orNull(text)) reason: string | null;
}

class Trend {
  @Shows(text) measure: string;
  @Shows(many(TrendPoint)) points: TrendPoint[];
}

/** Compared part by part in this order: classes apart, 0 in the same group and 1 in another, standard deviations apart. */
class Distance {
  @Shows(count) sizeClass: number;
  @Shows(count) municipalityGroup: number;
  @Shows(orNull(number)) measure: number | null;
}

class NearMunicipality {
  @Shows(count) rank: number;
  @Shows(a(OrganisationRef)) organisation: OrganisationRef;
  @Shows(orNull(oneOf(SIZE_CLASSES))) sizeClass: (typeof SIZE_CLASSES)[number] | null;
  @Shows(orNull(text)) municipalityGroup: string | null;
  @Shows(orNull(number)) value: number | null;
  @Shows(a(Distance)) distance: Distance;
  /** Why the measure has no distance. */
  @Shows(orNull(text)) reason: string | null;
}

/** The nearest municipalities by size class, municipality group and then the measure's latest year. */
class Comparison {
  @Shows(text) measure: string;
  @Shows(year) year: number;
  @Shows(oneOf(QUALITIES)) quality: Quality;
  @Shows(a(DatasetRef)) dataset: DatasetRef;
  @Shows(many(NearMunicipality)) items: NearMunicipality[];
}

class SimilarMunicipality {
  @Shows(count) rank: number;
  @Shows(a(OrganisationRef)) organisation: OrganisationRef;
}

/** Municipalities that a source says are alike; not reckoned out here. */
class SimilarMunicipalities {
  @Shows(text) basis: string;
  @Shows(year) year: number;
  @Shows(a(DatasetRef)) dataset: DatasetRef;
  @Shows(many(SimilarMunicipality)) items: SimilarMunicipality[];
}

/** A recipient that is no municipality is compared with none. */
export class OrganisationMeasures {
  @Shows(a(OrganisationRef)) organisation: OrganisationRef;
  @Shows(many(OrganisationMeasure)) items: OrganisationMeasure[];
  @Shows(many(Area)) areas: Area[];
  @Shows(many(Dataset)) areaDatasets: Dataset[];
  @Shows(many(Trend)) trends: Trend[];
  @Shows(many(Comparison)) comparisons: Comparison[];
  @Shows(many(SimilarMunicipalities)) similar: SimilarMunicipalities[];
}

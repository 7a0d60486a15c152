import { defineTopic } from '#platform/outbox';

/** The subject is the data set, which answers from now on. */
export const MEASURE_DATASET_ACCEPTED = defineTopic('measureDataset.accepted');

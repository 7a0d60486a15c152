/** A share 0–1 of the value before: a value that changes by more than this is looked at before it is accepted. */
export const FLAGGED_CHANGE = 0.2;

export const DATASET_CHANGES = ['new', 'changed', 'gone'] as const;
export type DatasetChange = (typeof DATASET_CHANGES)[number];
